import {defineQuery} from 'groq'
import {claimFields, evidenceFields} from './fragments/claim.ts'
import {imageOf, linkFields, onSite, pageFields, personFields} from './fragments/page.ts'
import {safetyFields} from './fragments/safety.ts'
import {shortTextFields, textFields} from './fragments/text.ts'
import {citationUseFields} from './fragments/work.ts'

/** An article with everything that it shows. Questions, techniques and related articles are those that are live. */
export const articleQuery = defineQuery(/* groq */ `
  *[_type == "article" && slug.current == $slug && ${onSite}] | order(_id asc)[0]{
    ${pageFields},
    title,
    audience,
    summary,
    keyPoints,
    aims,
    ${imageOf},
    sections[]{
      _key,
      kind,
      heading,
      body[]{${textFields}},
      claims[]{${claimFields}}
    },
    populations[]{
      _key,
      "population": population->{_id, name},
      whatWeKnow[]{${shortTextFields}},
      cautions[]{${shortTextFields}},
      claims[]{${claimFields}}
    },
    comparisons[]{
      _key,
      "alternative": alternative->{_id, name, description},
      basis,
      summary,
      citations[]{_key, ${citationUseFields}}
    },
    safety{${safetyFields}},
    uncertainty[]{${shortTextFields}},
    ifYouDoNothing[]{${shortTextFields}},
    sharedDecision[]{${shortTextFields}},
    practitionerSelection{
      items,
      jurisdictionNotes[]{_key, jurisdiction, note, registerName, registerUrl}
    },
    "evidenceSummaries": evidenceSummaries[]->{${evidenceFields}},
    "techniques": techniques[defined(@->_id)]->{${linkFields}},
    "faqs": faqs[defined(@->_id)]->{
      ${pageFields},
      question,
      shortAnswer,
      longAnswer[]{${shortTextFields}},
      safetyNote,
      askYourClinician
    },
    "glossaryTerms": glossaryTerms[]->{_id, term, abbreviation, plainDefinition, pronunciation},
    "related": related[_type == "reference" && defined(@->_id)]->{${linkFields}},
    moreSupport[]{_key, label, org, url},
    cta{kind, label, target, isMarketing},
    "authors": authors[]->{${personFields}},
    "editors": editors[]->{${personFields}},
    funding,
    sponsored,
    sponsor,
    aiAssistance,
    aiAssistanceNote,
    "disclaimer": disclaimer->{title, version, body[]{${shortTextFields}}},
    seo{metaTitle, metaDescription, canonical, noindex}
  }
`)
