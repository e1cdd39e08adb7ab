interface Rule {
  readonly id: string
  readonly pattern: RegExp
  /** "This is not a cure" and "never stop a medicine on your own" say the right thing. */
  readonly negationClears?: boolean
}

/** The claims that no page may make, whoever signs it. */
const forbidden: readonly Rule[] = [
  {
    id: 'CLM-01',
    pattern:
      /\b(cur(e|es|ed|ing)|guarantee[sd]?|miracle|eliminates?|eradicates?|100 ?%|permanent(ly)? (fix|relief|results?))\b/gi,
    negationClears: true,
  },
  {
    id: 'CLM-04',
    pattern:
      /\b(stop|stopping|replac\w+|instead of|without|reduc\w+|wean\w*|come off|alternative to)\b[^.]{0,60}\b(medications?|medicines?|pills?|prescri\w+|sleep aids?|pharmaceutical\w*|antidepressants?|sleeping tablets?)\b/gi,
    negationClears: true,
  },
  {
    id: 'CLM-13',
    pattern:
      /\b(toxins?|detox\w*|lactic acid|flush(es|ing)? out|boosts? (your |the )?immun\w+)\b/gi,
  },
  {
    id: 'CLM-14',
    pattern:
      /\b(soreness|fatigue|emotional release|these effects)\b[^.]{0,120}\b(good sign|working|positively|healing|responding)\b/gi,
  },
  {
    id: 'CLM-17',
    pattern:
      /\b(reviewed|approved|recommended|trusted) by (certified|qualified|licensed|leading|sleep|medical)\b/gi,
  },
]

const negation = /\b(not|no|never|nor|rather than)\b|n['’]t\b/i

function isNegated(text: string, at: number): boolean {
  return negation.test(text.slice(0, at).split(/\s+/).filter(Boolean).slice(-4).join(' '))
}

/** Every forbidden claim in a text, as rule id and the words that made it. */
export function forbiddenClaims(text: string): readonly string[] {
  return forbidden.flatMap(({id, pattern, negationClears = false}) =>
    [...text.matchAll(pattern)]
      .filter((match) => !(negationClears && isNegated(text, match.index)))
      .map((match) => `${id}: ${match[0]}`),
  )
}
