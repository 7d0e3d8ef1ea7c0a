-- Talks about an obstacle, whose minutes are a paper.
ALTER TABLE obstacle ADD COLUMN meetings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(meetings));
