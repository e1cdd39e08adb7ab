/** A cited work. Whoever shows it shows `retraction.status` with it, where there is bad news. */
const workFields = /* groq */ `
  _id,
  "citeKey": citeKey.current,
  publicationType,
  studyDesign,
  csl{
    title,
    author[]{family, given, literal},
    containerTitle,
    publisher,
    issued{year, month, day},
    volume,
    issue,
    page
  },
  identifiers{doi, pmid, pmcid, url},
  mainOutcome,
  retraction{status, checkedOn, noticeDoi, noticeDate}
`

export const work = /* groq */ `"work": citation->{${workFields}}`

/** A work and what it says about one sentence: for, against or beside the point. */
export const citationUseFields = /* groq */ `
  stance,
  outcomeMatch,
  populationMatch,
  measurement,
  locator,
  ${work}
`
