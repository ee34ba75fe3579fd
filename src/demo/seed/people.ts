/** Someone in a tenant's directory. All are invented. */
export interface DirectoryPerson {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly role: Role;
}

/** What a person is to the projects; the sample rows choose their people by it. */
export type Role = "manager" | "sro" | "clinical" | "finance" | "pmo" | "service" | "digital" | "estates" | "corporate" | "board" | "guest" | "staff";

export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly jobTitle: string;
  readonly tenant: "northmere" | "westvale";
  /** What the person may do, in one sentence. */
  readonly may: string;
}

/** The people a visitor of the demo can be. */
export const personas: readonly Persona[] = [
  {
    key: "pm",
    name: "Asha Patel",
    address: "asha.patel@northmere.example",
    jobTitle: "Project manager",
    tenant: "northmere",
    may: "Reads and changes the registers of both trust sites, and runs several projects.",
  },
  {
    key: "finance",
    name: "Ruth Adeyemi",
    address: "ruth.adeyemi@northmere.example",
    jobTitle: "Finance manager, capital and projects",
    tenant: "northmere",
    may: "Reads and changes the registers of both trust sites, and closes financial months.",
  },
  {
    key: "pmo",
    name: "Callum Fraser",
    address: "callum.fraser@northmere.example",
    jobTitle: "Head of the programme management office",
    tenant: "northmere",
    may: "Manages both trust sites: lists, columns and rows.",
  },
  {
    key: "sro",
    name: "Margaret Holloway",
    address: "margaret.holloway@northmere.example",
    jobTitle: "Chief operating officer",
    tenant: "northmere",
    may: "Reads and changes the PMO site, and reads the estates site.",
  },
  {
    key: "clinician",
    name: "Dr M. Okafor",
    address: "m.okafor@northmere.example",
    jobTitle: "Consultant haematologist and clinical lead",
    tenant: "northmere",
    may: "Reads and changes the PMO site, and has no access to the estates site.",
  },
  {
    key: "board",
    name: "Jonathan Whitcombe",
    address: "jonathan.whitcombe@northmere.example",
    jobTitle: "Non-executive director",
    tenant: "northmere",
    may: "Reads both trust sites and changes nothing.",
  },
  {
    key: "guest",
    name: "Lena Fischer",
    address: "lena.fischer_meridiantrace.example#ext#@northmere.example",
    jobTitle: "Implementation consultant, Meridian Trace Systems",
    tenant: "northmere",
    may: "Is a guest of the trust who reads the PMO site and writes in one shared channel.",
  },
  {
    key: "other",
    name: "Owen Bryce",
    address: "owen.bryce@westvale.example",
    jobTitle: "Programme manager",
    tenant: "westvale",
    may: "Manages the site of another trust and has no access to Northmere.",
  },
];

const personaRoles: Readonly<Record<string, readonly [Role, string]>> = {
  pm: ["manager", "Transformation"],
  finance: ["finance", "Finance"],
  pmo: ["pmo", "Transformation"],
  sro: ["sro", "Executive office"],
  clinician: ["clinical", "Clinical support"],
  board: ["board", "Trust board"],
  guest: ["guest", "Outside the trust"],
  other: ["manager", "Transformation"],
};

type Line = readonly [name: string, jobTitle: string, department: string, role: Role];

const northmereLines: readonly Line[] = [
  ["Tom Reid", "Senior project manager", "Transformation", "manager"],
  ["Bethan Prosser", "Project manager", "Transformation", "manager"],
  ["Yusuf Demir", "Digital project manager", "Digital", "manager"],
  ["Ingrid Halvorsen", "Project manager, cancer", "Transformation", "manager"],
  ["Marcus Tolley", "Capital project manager", "Estates", "manager"],
  ["Niamh Gallagher", "Improvement manager", "Quality improvement", "manager"],
  ["Samir Qureshi", "Project manager", "Transformation", "manager"],
  ["Fiona Braithwaite", "Programme manager, digital", "Digital", "manager"],
  ["Kwame Boateng", "Efficiency programme manager", "Finance", "manager"],
  ["Dr Eleanor Voss", "Chief medical officer", "Executive office", "sro"],
  ["Patience Mwangi", "Chief nurse", "Executive office", "sro"],
  ["Hugh Pemberton-Lyle", "Chief finance officer", "Executive office", "sro"],
  ["Siobhan Keane", "Chief digital and information officer", "Executive office", "sro"],
  ["Rajiv Menon", "Director of estates and facilities", "Estates", "sro"],
  ["Catrin Bowen", "Director of workforce", "Executive office", "sro"],
  ["Dorothy Achterberg", "Divisional director, medicine", "Medicine", "sro"],
  ["Lewis Farrant", "Divisional director, surgery", "Surgery and theatres", "sro"],
  ["Dr Ines Carvalho", "Consultant cardiologist", "Medicine", "clinical"],
  ["Mr Alastair Quill", "Consultant oral surgeon", "Surgery and theatres", "clinical"],
  ["Dr Farah Siddiqui", "Consultant diabetologist", "Medicine", "clinical"],
  ["Dr Benedict Osei", "Consultant in older people’s medicine", "Medicine", "clinical"],
  ["Dr Hannah Wexford", "Consultant clinical oncologist", "Cancer and clinical support", "clinical"],
  ["Dr Petra Novotna", "Consultant breast radiologist", "Cancer and clinical support", "clinical"],
  ["Dr Colm Devlin", "Consultant in palliative medicine", "Cancer and clinical support", "clinical"],
  ["Dr Amara Eze", "Chief clinical information officer", "Digital", "clinical"],
  ["Dr Rhys Mathias", "Consultant forensic pathologist", "Cancer and clinical support", "clinical"],
  ["Jocelyn Pardoe", "Clinical safety officer", "Digital", "clinical"],
  ["Sunil Kapadia", "Finance manager, digital", "Finance", "finance"],
  ["Olivia Trench", "Assistant finance manager", "Finance", "finance"],
  ["Duncan Aldous", "Capital accountant", "Finance", "finance"],
  ["Meera Joshi", "PMO analyst", "Transformation", "pmo"],
  ["Gareth Lowry", "PMO manager", "Transformation", "pmo"],
  ["Zainab Yusuf", "Benefits manager", "Transformation", "pmo"],
  ["Helen Strand", "Matron, day surgery", "Surgery and theatres", "service"],
  ["Terence Obi", "Blood sciences service manager", "Cancer and clinical support", "service"],
  ["Louise Mallory", "Transfusion practitioner", "Cancer and clinical support", "service"],
  ["Andrei Popov", "Lead cardiac physiologist", "Medicine", "service"],
  ["Bronwen Hughes-Tate", "Dental service manager", "Surgery and theatres", "service"],
  ["Chidi Nwosu", "Diabetes lead nurse", "Medicine", "service"],
  ["Margo Sinclair", "Dementia lead nurse", "Medicine", "service"],
  ["Imran Sheikh", "Cancer services manager", "Cancer and clinical support", "service"],
  ["Wendy Tarrant", "Tobacco treatment lead", "Women and children", "service"],
  ["Elspeth Corrie", "Breast screening programme manager", "Cancer and clinical support", "service"],
  ["Josephine Abara", "End of life care lead nurse", "Cancer and clinical support", "service"],
  ["Victor Lindgren", "Outpatients service manager", "Women and children", "service"],
  ["Nadia Rahimi", "Head of midwifery", "Women and children", "service"],
  ["Philip Easton", "Chief technology officer", "Digital", "digital"],
  ["Suki Takahara", "Integration lead", "Digital", "digital"],
  ["Damian Frost", "Network manager", "Digital", "digital"],
  ["Keisha Alleyne", "Digital training lead", "Digital", "digital"],
  ["Piotr Zielak", "Cyber security manager", "Digital", "digital"],
  ["Laurence Ames", "Data and reporting lead", "Digital", "digital"],
  ["Graham Pole", "Head of capital development", "Estates", "estates"],
  ["Tanya Whitlock", "Energy manager", "Estates", "estates"],
  ["Joel Ferris", "Fire safety adviser", "Estates", "estates"],
  ["Carmen Ibarra", "Head of procurement", "Finance", "corporate"],
  ["Stuart Dunmore", "Information governance lead", "Corporate affairs", "corporate"],
  ["Abigail Renshaw", "Communications manager", "Corporate affairs", "corporate"],
  ["Leon Castell", "Equality and engagement manager", "Corporate affairs", "corporate"],
  ["Rosalind Hart", "Trust chair", "Trust board", "board"],
  ["Edmund Vale", "Non-executive director", "Trust board", "board"],
  ["Chloe Bannister", "Ward clerk", "Medicine", "staff"],
  ["Jamal Underwood", "Healthcare scientist", "Cancer and clinical support", "staff"],
  ["Sian Cadwallader", "Medical secretary", "Surgery and theatres", "staff"],
  ["Felix Moorcroft", "Porter supervisor", "Estates", "staff"],
];

const westvaleLines: readonly Line[] = [
  ["Harriet Colley", "Project manager", "Transformation", "manager"],
  ["Dr Nils Aaberg", "Medical director", "Executive office", "sro"],
  ["Petronella Shaw", "Community nursing lead", "Community services", "service"],
  ["Dr Uma Reddy", "Community geriatrician", "Community services", "clinical"],
  ["Bill Ormerod", "Finance business partner", "Finance", "finance"],
  ["Kezia Blunt", "Digital lead", "Digital", "digital"],
];

/** Everybody of a tenant, the personas first. */
export const northmerePeople: readonly DirectoryPerson[] = [
  ...personas.filter(({ tenant }) => tenant === "northmere").map(fromPersona),
  ...northmereLines.map((line) => fromLine(line, "northmere.example")),
];
export const westvalePeople: readonly DirectoryPerson[] = [
  ...personas.filter(({ tenant }) => tenant === "westvale").map(fromPersona),
  ...westvaleLines.map((line) => fromLine(line, "westvale.example")),
];

function fromPersona({ key, name, address, jobTitle }: Persona): DirectoryPerson {
  const [role, department] = personaRoles[key] ?? ["staff", ""];
  return { key, name, address, jobTitle, department, role };
}

/** "Dr Ines Carvalho" becomes ines.carvalho: her address, and with a hyphen her key. */
function fromLine([name, jobTitle, department, role]: Line, domain: string): DirectoryPerson {
  const plain = name
    .replace(/^(Dr|Mr|Mrs|Ms) /, "")
    .toLowerCase()
    .replace(/[^a-z ]/g, "");
  return { key: plain.replaceAll(" ", "-"), name, address: `${plain.replaceAll(" ", ".")}@${domain}`, jobTitle, department, role };
}
