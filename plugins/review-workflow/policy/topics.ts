import {type Family, type Policy, type RiskClass, type Topic} from './types.ts'

/** The families of the promise: certified massage therapists and sleep specialists. */
const therapists = ['MT-REG', 'MT-CERT'] as const
const either: readonly Family[] = [...therapists, 'SLP-MED', 'SLP-BEH']
const sleepSpecialists: readonly Family[] = ['SLP-MED', 'SLP-BEH']
const sleepEducation: readonly Family[] = [...either, 'SLP-EDU']

interface TopicRule {
  readonly title: string
  readonly riskClass: RiskClass
  /** Somebody else of each group must sign: a list of ANDs, each a list of ORs. */
  readonly groups: readonly (readonly Family[])[]
}

const rule = (
  title: string,
  riskClass: RiskClass,
  ...groups: readonly (readonly Family[])[]
): TopicRule => ({title, riskClass, groups})

/**
 * What a document may be about, how much harm a wrong sentence could do, and whose scope covers it. Below R4 either
 * side of the promise may sign, save what massage therapists or behavioural specialists are not trained in.
 */
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

/** What a document of a governed type is about whatever it says: so a promised family signs every page. */
export const topicFloors: {readonly [type: string]: Topic} = {
  article: 'sleepHealthGeneral',
  faqEntry: 'sleepHealthGeneral',
  technique: 'techniqueDescription',
}

export function isGoverned(type: string): boolean {
  return Object.hasOwn(topicFloors, type)
}

export function isTopic(value: unknown): value is Topic {
  return typeof value === 'string' && Object.hasOwn(topics, value)
}

/** The highest class that any of these topics brings. A topic that we do not know is no small matter. */
export function riskClassOf(found: readonly Topic[]): RiskClass {
  return found
    .map((topic): RiskClass => (isTopic(topic) ? topics[topic].riskClass : 'R4'))
    .reduce((high, each) => (each > high ? each : high), 'R1')
}

/** Whose signature one topic takes. An unknown topic is a group that nobody can fill. */
export function familyGroups(
  topic: Topic,
  riskClass: RiskClass,
  {bothSidesForEfficacy}: Pick<Policy, 'bothSidesForEfficacy'>,
): readonly (readonly Family[])[] {
  if (!isTopic(topic)) return [[]]
  const bothSides = topic === 'massageForSleepEfficacy' && bothSidesForEfficacy
  const groups = bothSides ? [therapists, sleepSpecialists] : topics[topic].groups
  return riskClass < 'R3'
    ? groups
    : groups.map((group) => group.filter((family) => !belowR3.includes(family)))
}

/** Sleep educators and technologists sign nothing that bears on treatment, alone or together. */
const belowR3: readonly Family[] = ['SLP-EDU', 'SLP-TECH']
