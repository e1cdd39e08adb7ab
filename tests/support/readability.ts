/** Counts the vowel groups of an English word: a heuristic, good to about one school grade in a text. */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '')
  const vowels = spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1
  const apart = spoken.match(/(?<![cgstx])i[ao]/g)?.length ?? 0
  return Math.max(1, vowels + apart)
}

/** The sentences of a text; a line break ends one too, so list items and headings count by themselves. */
export function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\w/.test(sentence))
}

export function words(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z'’-]*|\d+/g) ?? []
}

/** The Flesch-Kincaid school grade. */
export function readingGrade(text: string): number {
  const counted = words(text)
  if (counted.length === 0) return 0
  const spoken = counted.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (counted.length / sentences(text).length) + 11.8 * (spoken / counted.length) - 15.59
}
