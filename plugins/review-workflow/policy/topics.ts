import {isObject} from './digest.ts'
import {type Family, type RiskClass, type Topic} from './types.ts'

/** The families of the promise: certified massage therapists and sleep specialists. */
const therapists = ['MT-REG', 'MT-CERT'] as const
const either: readonly Family[] = [...therapists, 'SLP-MED', 'SLP-BEH']
const sleepSpecialists: readonly Family[] = ['SLP-MED', 'SLP-BEH']
const sleepEducation: readonly Family[] = [...either, 'SLP-EDU']

interface TopicRule {
  readonly title: string
  readonly riskClass: RiskClass
  /** Somebody of each group must sign: a list of ANDs, each a list of ORs. */
  readonly groups: readonly (readonly Family[])[]
}

const rule = (
  title: string,
  riskClass: RiskClass,
  ...groups: readonly (readonly Family[])[]
): TopicRule => ({title, riskClass, groups})

/** What a document may be about, how much harm a wrong sentence could do, and whose scope covers it. */
export const topics: {readonly [topic in Topic]: TopicRule} = {
  massagePractice: rule('massage practice', 'R1', either),
  techniqueDescription: rule('how a technique is done', 'R1', either),
  relaxationWellbeing: rule('relaxation and wellbeing', 'R1', either),
  regulatoryCredentialStatement: rule('licences and credentials', 'R1', either),
  sleepHealthGeneral: rule('sleep health in general', 'R2', sleepEducation),
  sleepHabits: rule('sleep habits', 'R2', sleepEducation),
  sleepEnvironment: rule('bedroom and evening routine', 'R2', sleepEducation),
  massageForSleepEfficacy: rule('whether massage helps sleep', 'R2', either),
  sleepMeasurement: rule('how sleep is measured', 'R2', [...sleepSpecialists, 'SLP-TECH']),
  insomniaDisorder: rule('insomnia disorder', 'R3', sleepSpecialists),
  treatmentComparison: rule('comparing treatments', 'R3', sleepSpecialists),
  otherSleepDisorder: rule('apnoea, restless legs, narcolepsy', 'R3', ['SLP-MED']),
  painMusculoskeletal: rule('muscle and joint pain', 'R3', either),
  sportsRecovery: rule('sports recovery', 'R3', either),
  olderAdultsFrailty: rule('older adults and frailty', 'R3', either),
  contraindicationsGeneral: rule('when not to have a massage', 'R3', either),
  contestedModality: rule('disputed methods', 'R3', either),
  pregnancyPostnatal: rule('pregnancy and after birth', 'R4', ['CLIN-OB'], therapists),
  paediatric: rule('babies and children', 'R4', ['CLIN-PED']),
  medication: rule('medicines', 'R4', ['SLP-MED', 'CLIN-RX', 'CLIN-GP']),
  mentalHealthDisorder: rule('mental illness', 'R4', ['CLIN-MH']),
  crisis: rule('mental health crisis', 'R4', ['CLIN-MH']),
  cancer: rule('cancer', 'R4', ['CLIN-ONC']),
  clottingCardiovascular: rule('blood clots, heart and circulation', 'R4', [
    'CLIN-GP',
    'CLIN-CARD',
  ]),
  surgeryHospital: rule('surgery and hospital', 'R4', [
    'CLIN-GP',
    'CLIN-PT',
    'CLIN-CARD',
    'CLIN-ONC',
    'CLIN-OB',
    'CLIN-PED',
    'CLIN-GER',
  ]),
  dementiaCapacity: rule('dementia and capacity', 'R4', ['CLIN-GER', 'CLIN-GP', 'SLP-MED']),
}

/** Of each governed type, the topic that it is about whatever it says: so no page goes unsigned by a promised family. */
const floors: {readonly [type: string]: Topic} = {
  article: 'sleepHealthGeneral',
  faqEntry: 'sleepHealthGeneral',
  technique: 'techniqueDescription',
}

export function isGoverned(type: string): boolean {
  return Object.hasOwn(floors, type)
}

/** Words that bring a topic, whatever the author declared. They can add one and never remove one. */
const detected: readonly (readonly [Topic, RegExp])[] = [
  [
    'pregnancyPostnatal',
    /\b(pregnan\w*|prenatal|antenatal|trimester|postnatal|postpartum|breastfeed\w*)\b/i,
  ],
  [
    'paediatric',
    /\b(child(ren)?|infants?|bab(y|ies)|pa?ediatric\w*|toddlers?|teen\w*|growing pains)\b/i,
  ],
  [
    'medication',
    /\b(medications?|medicines?|sleep aids?|pharmaceutical\w*|benzodiazepines?|zolpidem|SSRIs?|warfarin|blood thinners?|prescri\w+)\b/i,
  ],
  [
    'mentalHealthDisorder',
    /\b(depress\w*|anxiety( disorder\w*)?|mental health|PTSD|bipolar|panic|suicid\w*|self-harm)\b/i,
  ],
  ['crisis', /\b(suicid\w*|self-harm)\b/i],
  ['cancer', /\b(cancer|tumou?rs?|chemo\w*|radiotherap\w*|metasta\w*)\b/i],
  [
    'clottingCardiovascular',
    /\b(clots?|thrombos\w*|DVT|embol\w*|stroke|heart attack|anticoag\w*)\b/i,
  ],
  ['insomniaDisorder', /\b(insomnia|sleep apno?ea|restless legs?|narcoleps\w*|CBT-?I)\b/i],
  [
    'olderAdultsFrailty',
    /\b(seniors?|age?ing|older (adults?|people)|dementia|Alzheimer\w*|frail\w*|falls)\b/i,
  ],
  ['surgeryHospital', /\b(surg(ery|ical)|post-?operative|fractures?|osteoporo\w*)\b/i],
]

/** Every topic of a document: its type's own, those declared anywhere in it, and those its words bring. */
export function documentTopics(document: unknown): readonly Topic[] {
  if (!isObject(document)) return []
  const type = typeof document['_type'] === 'string' ? document['_type'] : ''
  const found = new Set<Topic>(
    Object.hasOwn(floors, type) && floors[type] !== undefined ? [floors[type]] : [],
  )
  const texts: string[] = []
  collect(document, (field, value) => {
    if (field === 'topics' || field === 'riskTopics') {
      const names = Array.isArray(value) ? value : [value]
      for (const name of names) if (isTopic(name)) found.add(name)
    } else if (typeof value === 'string' && !field.startsWith('_')) texts.push(value)
  })
  const text = texts.join('\n')
  for (const [topic, pattern] of detected) if (pattern.test(text)) found.add(topic)
  return [...found].sort()
}

function isTopic(value: unknown): value is Topic {
  return typeof value === 'string' && Object.hasOwn(topics, value)
}

function collect(value: unknown, visit: (field: string, value: unknown) => void, field = ''): void {
  if (Array.isArray(value)) {
    visit(field, value)
    for (const item of value)
      collect(item, visit, field === 'topics' || field === 'riskTopics' ? '_' : field)
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) collect(item, visit, key)
  } else visit(field, value)
}

export function riskClassOf(found: readonly Topic[]): RiskClass {
  return found
    .map((topic) => topics[topic].riskClass)
    .reduce((high, each) => (each > high ? each : high), 'R1')
}

/** Whom the words name as authors or editors: they do not sign them. */
export function namedAuthors(document: unknown): readonly string[] {
  if (!isObject(document)) return []
  const lists = [document['authors'], document['editors'], document['author']].flat()
  return [
    ...new Set(
      lists.flatMap((entry) =>
        isObject(entry) && typeof entry['_ref'] === 'string' ? [entry['_ref']] : [],
      ),
    ),
  ].sort()
}

/** A cited work that its journal took back. */
export function isRetracted(document: unknown): boolean {
  const retraction = isObject(document) ? document['retraction'] : null
  const status = isObject(retraction) ? retraction['status'] : null
  return status === 'retracted' || status === 'withdrawn'
}
