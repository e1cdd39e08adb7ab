import {isObject} from './object.ts'
import {isTopic, topicFloors} from './topics.ts'
import {type Topic} from './types.ts'

/** Words that bring a topic, whatever the author declared. They can add one and never remove one. */
export const topicWords: readonly (readonly [Topic, RegExp])[] = [
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
  // Whatever steers away from a medicine is about medicines.
  [
    'medication',
    /\b(stop|stopping|replac\w+|instead of|without|reduc\w+|wean\w*|come off|alternative to)\b[^.]{0,60}\b(pills?|antidepressants?|sleeping tablets?)\b/i,
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

/**
 * Every topic of a document: its type's own, those declared anywhere in it, and those its words bring. Declared
 * topics that the policy does not know are no topics; their words still count.
 */
export function documentTopics(document: unknown): readonly Topic[] {
  if (!isObject(document)) return []
  const type = document['_type']
  const floor =
    typeof type === 'string' && Object.hasOwn(topicFloors, type) ? topicFloors[type] : undefined
  const {texts, declared} = read(document)
  const prose = texts.map(plain).join('\n')
  const brought = topicWords.filter(([, words]) => words.test(prose)).map(([topic]) => topic)
  return [
    ...new Set([...(floor === undefined ? [] : [floor]), ...declared.filter(isTopic), ...brought]),
  ].sort()
}

/**
 * What a page is about by a contraindication that it shows: a warning about clots is words about clots, wherever they
 * are kept. General precautions are part of describing a massage, and of a therapist's scope.
 */
export function safetyTopics(shared: unknown): readonly Topic[] {
  if (!isObject(shared) || shared['_type'] !== 'contraindication') return []
  return documentTopics(shared).filter((topic) => topic !== 'contraindicationsGeneral')
}

interface Reading {
  readonly texts: readonly string[]
  readonly declared: readonly unknown[]
}

/** Walks without recursion: no depth of nesting may throw. System fields hold names, not words. */
function read(document: unknown): Reading {
  const texts: string[] = []
  const declared: unknown[] = []
  const queue: unknown[] = [document]
  while (queue.length > 0) {
    const next = queue.pop()
    if (typeof next === 'string') texts.push(next)
    else if (Array.isArray(next)) {
      texts.push(spanText(next))
      for (const item of next) queue.push(item)
    } else if (isObject(next)) {
      for (const [field, inner] of Object.entries(next)) {
        if (field === 'topics' || field === 'riskTopics') declared.push(...[inner].flat())
        if (!field.startsWith('_')) queue.push(inner)
      }
    }
  }
  return {texts, declared}
}

/** A word that is half bold is still one word. */
function spanText(children: readonly unknown[]): string {
  return children
    .map((child) => (isObject(child) && child['_type'] === 'span' ? child['text'] : ''))
    .filter((text) => typeof text === 'string')
    .join('')
}

/** Soft hyphens, zero-width characters, look-alike widths, long hyphens and wide gaps hide no word. */
function plain(text: string): string {
  if (!notPlain.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
}

/** All that is left alone anyhow are single spaces, and what ASCII has. */
const notPlain = /[^ -~]| {2}/
