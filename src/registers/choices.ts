/** The trust’s choice lists: stored text is exactly as written, in this order. A list owner may add to them. */
export const rags = ["Green", "Amber", "Red", "Not rated"] as const;
export const trends = ["Improving", "Stable", "Worsening", "No comparison"] as const;
export const programmeStatuses = ["Pipeline", "Active", "On hold", "Closing", "Closed", "Stopped"] as const;
export const projectStatuses = ["Pipeline", "Active", "On hold", "Completed", "Stopped", "Rejected"] as const;
export const stages = [
  "1 Identify",
  "2 Define (SOC)",
  "3 Plan (OBC)",
  "4 Approve and procure (FBC)",
  "5 Deliver",
  "6 Go live and hand over",
  "7 Close",
  "8 Benefits realisation",
] as const;
export const tiers = ["Tier 1", "Tier 2", "Tier 3", "Tier 4"] as const;
export const deliveryTypes = [
  "Capital build and estates",
  "Digital and data",
  "Medical equipment",
  "Service change",
  "Cost improvement (CIP)",
  "Workforce",
  "Quality and safety",
  "Regulatory or mandated",
  "Research",
  "Procurement",
  "Other",
] as const;
export const deliveryMethods = ["Stage-gated", "Agile", "Hybrid", "Improvement cycles (PDSA)"] as const;
export const riskPotentials = ["Low", "Medium", "High"] as const;
export const confidentialities = ["OFFICIAL", "OFFICIAL-SENSITIVE: COMMERCIAL", "OFFICIAL-SENSITIVE: PERSONAL"] as const;
export const businessCaseTypes = [
  "None",
  "Business justification case (BJC)",
  "Strategic outline case (SOC)",
  "Outline business case (OBC)",
  "Full business case (FBC)",
  "Programme business case (PBC)",
] as const;
export const approvalStatuses = ["Not started", "Draft", "Submitted", "Approved", "Approved with conditions", "Returned", "Rejected"] as const;
export const riskTypes = ["Threat", "Opportunity"] as const;
export const riskCategories = [
  "Safety of patients, staff or public",
  "Quality, complaints or audit",
  "Workforce and skills",
  "Statutory duty or inspection",
  "Reputation",
  "Business objectives or project",
  "Finance, including claims",
  "Service or business interruption",
  "Environment",
  "Cyber and information",
  "Commercial and supply",
] as const;
export const riskStatuses = ["Draft", "Open", "Closed", "Became an issue"] as const;
export const riskResponses = ["Treat", "Tolerate", "Transfer", "Terminate", "Take the opportunity", "Share", "Enhance"] as const;
export const proximities = ["Within 1 month", "Within 3 months", "Within 6 months", "Within 12 months", "Over 12 months"] as const;
export const controlAssurances = ["None", "Limited", "Adequate", "Strong"] as const;
export const escalationLevels = ["Project", "Programme", "Division", "Executive", "Trust board"] as const;
export const issueTypes = ["Problem or concern", "Request for change", "Off-specification", "Incident"] as const;
export const issueStatuses = ["Open", "In progress", "Escalated", "On hold", "Resolved", "Closed"] as const;
export const priorities = ["Critical", "High", "Medium", "Low"] as const;
export const actionStatuses = ["Not started", "In progress", "Blocked", "Complete", "Cancelled"] as const;
export const sourceTypes = [
  "Meeting",
  "Risk",
  "Issue",
  "Decision",
  "Change",
  "Gate review",
  "Assurance review",
  "Highlight report",
  "Lesson",
  "Audit",
  "Impact assessment",
  "Hazard",
  "Contract",
  "Dependency",
  "Assumption",
  "Other",
] as const;
export const assumptionStatuses = ["Not tested", "Confirmed", "Wrong", "Closed"] as const;
export const confidences = ["High", "Medium", "Low"] as const;
export const dependencyTypes = ["Within project", "Between projects", "External organisation"] as const;
export const dependencyStatuses = ["Proposed", "Agreed", "On track", "At risk", "Late", "Delivered", "Withdrawn"] as const;
export const decisionStatuses = ["Proposed", "Awaiting decision", "Decided", "Deferred", "Superseded", "Withdrawn"] as const;
export const decisionOutcomes = ["Approved", "Approved with conditions", "Rejected", "Deferred", "Noted"] as const;
export const decisionBodies = [
  "Project manager",
  "SRO",
  "Project board",
  "Programme board",
  "Capital group",
  "Executive committee",
  "Finance committee",
  "Quality committee",
  "Trust board",
  "Integrated care board (ICB)",
  "NHS England",
  "Other",
] as const;
export const changeTypes = ["Scope", "Time", "Cost", "Quality", "Benefits", "Re-baseline", "Off-specification", "Contract"] as const;
export const changeStatuses = [
  "Draft",
  "Submitted",
  "Impact assessment",
  "Awaiting decision",
  "Approved",
  "Rejected",
  "Deferred",
  "Implemented",
  "Withdrawn",
] as const;
export const changeRoutes = [
  "Level 1 Project manager",
  "Level 2 SRO or project board",
  "Level 3 Programme board or executive",
  "Level 4 Trust board or finance committee",
] as const;
export const impactLevels = ["None", "Minor", "Moderate", "Major"] as const;
export const milestoneTypes = ["Key (board)", "Programme", "Gate", "Project", "Payment", "External"] as const;
export const milestoneStatuses = ["Not started", "In progress", "Complete", "Removed by change"] as const;
export const constraintTypes = [
  "As soon as possible",
  "As late as possible",
  "Must start on",
  "Must finish on",
  "Start no earlier than",
  "Start no later than",
  "Finish no earlier than",
  "Finish no later than",
] as const;
export const taskTypes = ["Fixed units", "Fixed duration", "Fixed work"] as const;
export const capRevs = ["Capital", "Revenue"] as const;
export const recurrences = ["Recurrent", "Non-recurrent"] as const;
export const costCategories = [
  "Pay: substantive",
  "Pay: bank",
  "Pay: agency",
  "Professional fees and consultancy",
  "Building and works",
  "Land and property",
  "Furniture and fittings",
  "Medical equipment",
  "ICT hardware",
  "Software and licences",
  "Implementation services",
  "Training",
  "Running costs",
  "Lease (IFRS 16)",
  "Contingency",
  "Optimism bias",
  "Inflation",
  "Irrecoverable VAT",
  "Income",
  "Other non-pay",
] as const;
export const costStatuses = ["Planned", "Committed", "Live", "Closed", "Cancelled"] as const;
export const vatTreatments = ["Recoverable", "Irrecoverable", "Outside scope", "Not known"] as const;
export const benefitClasses = ["Cash-releasing (CRB)", "Non-cash-releasing (NCRB)", "Societal (SB)", "Unmonetisable (UB)"] as const;
export const benefitStatuses = ["Identified", "Baselined", "Planned", "Realising", "Realised", "At risk", "Not achieved", "Closed"] as const;
export const benefitThemes = [
  "Patient safety",
  "Patient experience",
  "Clinical effectiveness",
  "Access and waiting times",
  "Productivity",
  "Finance",
  "Workforce",
  "Health inequalities",
  "Sustainability",
  "Compliance",
] as const;
export const frequencies = ["Weekly", "Monthly", "Quarterly", "Every 6 months", "Yearly", "Once"] as const;
export const measureDirections = ["Higher is better", "Lower is better"] as const;
export const mapNodeTypes = ["Enabler", "Business change", "Intermediate benefit", "Benefit", "Disbenefit", "Strategic objective"] as const;
export const contractStages = [
  "Pipeline",
  "Planning",
  "Market engagement",
  "Tender live",
  "Evaluation",
  "Standstill",
  "Awarded",
  "Live",
  "Extension decision",
  "Re-procurement",
  "Ended",
  "Terminated",
] as const;
export const procurementRegimes = [
  "Procurement Act 2023",
  "Provider Selection Regime",
  "Before 24 February 2025 (PCR 2015)",
  "Exempt",
  "Below threshold",
] as const;
export const procurementRoutes = [
  "Open procedure",
  "Competitive flexible procedure",
  "Direct award",
  "Framework call-off",
  "Dynamic market",
  "Quotations",
  "Waiver (SFI)",
  "PSR direct award A",
  "PSR direct award B",
  "PSR direct award C",
  "PSR most suitable provider",
  "PSR competitive process",
] as const;
export const contractKinds = ["Goods or services", "Works", "Light touch services", "Health care services (PSR)", "Concession"] as const;
export const kpiRatings = ["Good", "Approaching target", "Requires improvement", "Inadequate", "Other", "Not due"] as const;
export const stakeholderGroups = [
  "Patients and public",
  "Clinical staff",
  "Operational staff",
  "Corporate services",
  "Board and governors",
  "Trade unions",
  "Other NHS organisation",
  "Local authority",
  "Regulator",
  "Supplier",
  "Voluntary sector",
  "Media",
] as const;
export const attitudes = ["Not aware", "Resistant", "Neutral", "Supportive", "Leading"] as const;
export const lessonTypes = ["Went well", "Did not go well", "Idea"] as const;
export const lessonStatuses = ["Captured", "Reviewed", "Shared", "Embedded", "Closed"] as const;
export const lessonThemes = [
  "Scope and requirements",
  "Estimating and planning",
  "Governance",
  "Resources and skills",
  "Stakeholders and engagement",
  "Procurement and suppliers",
  "Risk and issues",
  "Change control",
  "Benefits",
  "Finance",
  "Clinical safety and quality",
  "Technology",
  "Estates",
  "Handover and training",
] as const;
export const gates = [
  "Gate 0 Strategic assessment",
  "Gate 1 Business justification",
  "Gate 2 Delivery strategy",
  "Gate 3 Investment decision",
  "Gate 4 Readiness for service",
  "Gate 5 Operations review and benefits realisation",
] as const;
export const reviewTypes = ["Gate review", "Health check", "Assurance of action plan", "Peer review", "Internal audit", "Post-project evaluation"] as const;
export const gateOutcomes = ["Proceed", "Proceed with conditions", "Review again", "Stop", "Not yet decided"] as const;
export const checklistResults = ["Met", "Partly met", "Not met", "Not applicable", "Not assessed"] as const;
export const qualityMethods = ["Inspection", "Review", "Test", "User acceptance test", "Clinical safety review", "Audit", "Supplier certificate"] as const;
export const qualityResults = ["Pass", "Pass with conditions", "Fail", "Not started", "In progress"] as const;
export const hazardStatuses = ["Open", "Controls in place", "Transferred", "Accepted", "Closed"] as const;
export const assessmentTypes = ["DPIA", "EIA", "QIA", "DCB0160 clinical safety", "DTAC", "Cyber security", "Sustainability"] as const;
export const assessmentStatuses = [
  "Screening",
  "Not required",
  "In progress",
  "Submitted",
  "Approved",
  "Approved with conditions",
  "Rejected",
  "Review due",
  "Closed",
] as const;
export const dpiaOutcomes = ["Low risk", "Residual risk accepted", "High risk: consult the ICO", "Not assessed"] as const;
export const impactDirections = ["Positive", "Neutral", "Negative", "Not assessed"] as const;
export const staffGroups = [
  "Agenda for Change band 2",
  "Agenda for Change band 3",
  "Agenda for Change band 4",
  "Agenda for Change band 5",
  "Agenda for Change band 6",
  "Agenda for Change band 7",
  "Agenda for Change band 8a",
  "Agenda for Change band 8b",
  "Agenda for Change band 8c",
  "Agenda for Change band 8d",
  "Agenda for Change band 9",
  "Medical and dental",
  "Very senior manager",
  "Contractor",
  "Supplier staff",
] as const;
export const roleTypes = [
  "Project manager",
  "Programme manager",
  "PMO",
  "Business analyst",
  "Change and training",
  "Clinical lead",
  "Clinical backfill",
  "Digital specialist",
  "Data and reporting",
  "Estates",
  "Finance",
  "Procurement",
  "Information governance",
  "Cyber security",
  "Clinical safety officer",
  "Subject expert",
  "Other",
] as const;
export const allocationStatuses = ["Requested", "Agreed", "Declined", "Ended"] as const;
export const intakeRoutes = ["Business as usual", "Quality improvement", "Project", "Programme", "Part of existing work", "Not decided"] as const;
export const intakeStatuses = ["Draft", "Submitted", "Triage", "More information needed", "Accepted", "Rejected", "Deferred", "Converted"] as const;
export const serviceCategories = [
  "Portfolio and prioritisation",
  "Planning and estimating",
  "Reporting and insight",
  "Risk, issue and change control",
  "Finance support",
  "Benefits",
  "Assurance and gates",
  "Resource management",
  "Secretariat",
  "Tools and data",
  "Training and coaching",
  "Delivery resource",
] as const;
export const pmoRequestStatuses = ["New", "Accepted", "In progress", "Waiting for requester", "Complete", "Declined"] as const;
export const valueEvidences = ["Claimed", "Estimated", "Measured", "Confirmed by finance"] as const;
export const valueKinds = ["Hours saved", "Cost avoided", "Benefit protected", "Income secured", "None"] as const;
export const maturityModels = ["Project", "Programme", "Portfolio"] as const;
export const maturityPerspectives = [
  "Organisational governance",
  "Management control",
  "Benefits management",
  "Risk management",
  "Stakeholder management",
  "Finance management",
  "Resource management",
] as const;
export const estimateMethods = ["Expert judgement", "Three-point", "Reference class", "Supplier quote", "Parametric", "Actuals to date"] as const;
export const estimateSubjects = ["Cost", "Duration", "Benefit", "Effort"] as const;
export const reportStatuses = ["Draft", "Submitted", "PMO reviewed", "SRO approved", "Published", "Returned", "Superseded"] as const;
export const toleranceAreas = ["Time", "Cost", "Scope", "Quality", "Benefits", "Risk"] as const;
export const obTypes = [
  "Standard buildings",
  "Non-standard buildings",
  "Standard civil engineering",
  "Non-standard civil engineering",
  "Equipment and development",
  "Outsourcing",
  "Not applicable",
] as const;
export const periodStatuses = ["Open", "Soft closed", "Closed"] as const;
export const orgTypes = [
  "NHS trust",
  "NHS foundation trust",
  "Integrated care board",
  "GP practice or PCN",
  "Local authority",
  "Ambulance trust",
  "Independent provider",
  "Voluntary sector",
  "University",
  "Supplier",
  "National body",
  "Other",
] as const;
export const orgRoles = ["Lead", "Partner", "Funder", "Host", "Supplier", "Regulator", "Consulted"] as const;
export const receiptKinds = ["Import", "Publish", "Undo", "Chase", "Set up", "Repair"] as const;
