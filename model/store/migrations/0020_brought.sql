-- Few agreements have contributions, or information that flows: the home screen finds those without reading the lists of all.
CREATE INDEX agreement_brings ON agreement (id) WHERE contributions BETWEEN '[{' AND '[|';
CREATE INDEX agreement_tells ON agreement (id) WHERE exchanges BETWEEN '[{' AND '[|';
