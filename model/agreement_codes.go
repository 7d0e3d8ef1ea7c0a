package model

// AgreementTypes lists the kinds of cooperation document.
func AgreementTypes() []string { return []string{"loi", "mou", "kb", "pks", "ia"} }

// CooperationFields lists the fields of cooperation (brief section 4.4.2).
func CooperationFields() []string {
	return []string{"referral", "laboratory", "diagnostics", "education_practice", "joint_research", "training", "tb_dppm",
		"vaccination", "screening", "health_promotion", "community_empowerment", "telemedicine", "resource_sharing", "ambulance",
		"pharmacy_prb", "waste", "ppp_service", "csr", "occupational_health", "insurance", "data_exchange", "other"}
}

// CooperationModels lists the models of cooperation (brief section 4.4.3).
func CooperationModels() []string {
	return []string{"ppp", "inter_facility", "international", "community_based", "academic", "corporate", "professional_network",
		"vendor_service"}
}

// Benefits lists what cooperation is good for (brief section 4.4.4).
func Benefits() []string {
	return []string{"access", "quality", "capacity", "awareness", "innovation", "efficiency", "network", "competitiveness",
		"crisis_response"}
}

// FinancingModes lists how an agreement is paid.
func FinancingModes() []string { return []string{"none", "tariff", "value", "insurer", "mixed"} }

// LanguageModes lists the languages an agreement may be written in; English alone is forbidden (brief section 2.1).
func LanguageModes() []string { return []string{"id", "bilingual"} }

// DataSharings lists what data the parties exchange.
func DataSharings() []string { return []string{"none", "aggregate", "identified"} }

// RiskLevels lists the levels of risk.
func RiskLevels() []string { return []string{"low", "medium", "high"} }

// PartyRoles lists the places of parties; two to four are allowed.
func PartyRoles() []string { return []string{"p1", "p2", "p3", "p4"} }

// ContributionKinds lists what a party can bring in.
func ContributionKinds() []string {
	return []string{"money", "staff", "facility", "device", "goods", "consumables", "medicine", "knowledge", "data"}
}

// FileKinds lists the kinds of documents of an agreement.
func FileKinds() []string {
	return []string{"draft", "final_pdf", "signed_scan", "annex", "addendum", "correspondence", "evidence"}
}

// AnnexContents lists what an annex can show.
func AnnexContents() []string { return []string{"attached", "text", "contacts", "indicators"} }

// MeteraiModes lists where the duty stamp goes (brief section 2.3).
func MeteraiModes() []string {
	return []string{"none", "one_on_each_copy", "both_signatures", "electronic"}
}
