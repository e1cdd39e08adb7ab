/** The door of the contract with front ends. */
export {redirectQuery, redirectsQuery, sitemapQuery} from './addresses.ts'
export {articleQuery} from './article.ts'
export {faqEntryQuery} from './faqEntry.ts'
export {
  byPopulationQuery,
  byTitleQuery,
  byTopicQuery,
  newestQuery,
  whatChangedQuery,
} from './lists.ts'
export {pageIdsQuery, pagesToVerifyQuery} from './pagesToVerify.ts'
export {
  firstByDate,
  firstById,
  firstByName,
  firstByScore,
  nextByChange,
  nextByDate,
  nextById,
  nextByTerm,
  nextByTitle,
  nextByScore,
} from './paging.ts'
export {personQuery, reviewedByQuery} from './person.ts'
export {searchQuery} from './search.ts'
export {techniqueQuery} from './technique.ts'
export {topicTitle} from './topicTitle.ts'
export {
  glossaryQuery,
  populationQuery,
  populationsQuery,
  siteQuery,
  topicsQuery,
} from './vocabulary.ts'
export {problemMessage} from './verify/problemMessage.ts'
export {type RecordedSignOff, type ReviewRecord} from './verify/record.ts'
export {type Problem, type Unverified, type Verdict, type Verified} from './verify/verdict.ts'
export {type PageToVerify, verify} from './verify/verify.ts'
export {type Ask, verifySite} from './verify/verifySite.ts'
export {articlePage} from './jsonLd/article.ts'
export {breadcrumbs} from './jsonLd/breadcrumbs.ts'
export {faqEntryPage, faqPage} from './jsonLd/faq.ts'
export {person} from './jsonLd/person.ts'
export {plainText} from './jsonLd/plainText.ts'
export {jsonLdScript} from './jsonLd/script.ts'
export {type Linked, organization, type Site} from './jsonLd/site.ts'
export {medicalTherapy, techniquePage} from './jsonLd/technique.ts'
export {scholarlyArticle, type Work, worksIn} from './jsonLd/work.ts'
