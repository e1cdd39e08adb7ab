/** How much harm a wrong sentence could do: R1 practice and comfort ... R4 pregnancy, children, medicines. */
export type RiskClass = 'R1' | 'R2' | 'R3' | 'R4'

interface RiskTopic {
  readonly title: string
  readonly floor: RiskClass
}

/**
 * The topics that decide who must sign a page. The ids are those of the review policy, which
 * schemas may not import; a test checks that the two lists agree.
 */
export const riskTopics = {
  massagePractice: {title: 'Massage practice', floor: 'R1'},
  techniqueDescription: {title: 'How a technique is done', floor: 'R1'},
  relaxationWellbeing: {title: 'Relaxation and wellbeing', floor: 'R1'},
  regulatoryCredentialStatement: {title: 'Licences and credentials', floor: 'R1'},
  sleepHealthGeneral: {title: 'Sleep health in general', floor: 'R2'},
  sleepHabits: {title: 'Sleep habits', floor: 'R2'},
  sleepEnvironment: {title: 'Bedroom and evening routine', floor: 'R2'},
  massageForSleepEfficacy: {title: 'Whether massage helps sleep', floor: 'R2'},
  sleepMeasurement: {title: 'How sleep is measured', floor: 'R2'},
  insomniaDisorder: {title: 'Insomnia disorder and CBT-I', floor: 'R3'},
  treatmentComparison: {title: 'Comparing treatments', floor: 'R3'},
  otherSleepDisorder: {title: 'Apnoea, restless legs, narcolepsy', floor: 'R3'},
  painMusculoskeletal: {title: 'Muscle and joint pain', floor: 'R3'},
  sportsRecovery: {title: 'Sports recovery', floor: 'R3'},
  olderAdultsFrailty: {title: 'Older adults and frailty', floor: 'R3'},
  contraindicationsGeneral: {title: 'When not to have a massage', floor: 'R3'},
  contestedModality: {title: 'Disputed methods (craniosacral, oils by mouth)', floor: 'R3'},
  pregnancyPostnatal: {title: 'Pregnancy and after birth', floor: 'R4'},
  paediatric: {title: 'Babies and children', floor: 'R4'},
  medication: {title: 'Medicines: starting, stopping, mixing', floor: 'R4'},
  mentalHealthDisorder: {title: 'Mental illness', floor: 'R4'},
  crisis: {title: 'Mental health crisis', floor: 'R4'},
  cancer: {title: 'Cancer', floor: 'R4'},
  clottingCardiovascular: {title: 'Blood clots, heart and circulation', floor: 'R4'},
  surgeryHospital: {title: 'Surgery and hospital', floor: 'R4'},
  dementiaCapacity: {title: 'Dementia and capacity to consent', floor: 'R4'},
} as const satisfies Record<string, RiskTopic>

export type RiskTopicId = keyof typeof riskTopics

const isRiskTopic = (id: unknown): id is RiskTopicId => typeof id === 'string' && id in riskTopics

/** The choices of a topic field, with the risk class that each topic brings. */
export const riskTopicOptions = Object.entries(riskTopics).map(([value, {title, floor}]) => ({
  value,
  title: `${title} (${floor})`,
}))

/** The highest class that any of these topics brings; unknown topics are left to their own validation. */
export function riskClassOf(topics: readonly unknown[]): RiskClass {
  return topics
    .filter(isRiskTopic)
    .map((id): RiskClass => riskTopics[id].floor)
    .reduce((highest, floor) => (floor > highest ? floor : highest), 'R1')
}

/** Every topic named anywhere inside a document, in its sections, claims and safety block alike. */
export function topicsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(topicsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'topics' || key === 'riskTopics') && Array.isArray(inner) ? inner : topicsIn(inner),
  )
}
