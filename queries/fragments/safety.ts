import {work} from './work.ts'

/** When not to, what to watch for, and whom to call. */
export const safetyFields = /* groq */ `
  "contraindications": contraindications[]->{_id, name, kind, emergency, whyPlain, whatToDo},
  redFlags[]{_key, sign, action},
  "whoShouldAskFirst": whoShouldAskFirst[]->{_id, name},
  adverseEffects[]{_key, effect, frequency, ${work}},
  "emergencyLine": emergencyLine->{title, country, number, text}
`
