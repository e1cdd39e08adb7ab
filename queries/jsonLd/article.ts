import {type Article, type MedicalWebPage} from 'schema-dts'
import {type ArticleQueryResult} from '../../sanity.types.ts'
import {type Verdict} from '../verify/verdict.ts'
import {pageNode} from './page.ts'
import {author} from './person.ts'
import {datePart} from './reviewPart.ts'
import {type Site} from './site.ts'
import {isRetracted, scholarlyArticle, worksIn} from './work.ts'

type ArticlePage = NonNullable<ArticleQueryResult>

/** The page of an article. Who reviewed it is said of the page; what it cites, of the article. */
export function articlePage(page: ArticlePage, verdict: Verdict, site: Site): MedicalWebPage {
  const {title, summary, audience} = page
  return {
    ...pageNode(page, verdict, site),
    name: title,
    description: summary,
    medicalAudience:
      audience === 'practitioners'
        ? 'https://schema.org/Clinician'
        : {'@type': 'MedicalAudience', 'audienceType': audience},
    mainEntity: articleNode(page, verdict, site),
  }
}

function articleNode(page: ArticlePage, verdict: Verdict, site: Site): Article {
  const {title, summary, language, image, authors, editors, sponsored, sponsor} = page
  const works = worksIn(page).filter((work) => !isRetracted(work))
  return {
    '@type': 'Article',
    'headline': title,
    'description': summary,
    'inLanguage': language,
    ...(image?.asset ? {image: image.asset.url} : {}),
    'author': authors.map((each) => author(each, site)),
    'editor': editors.map((each) => author(each, site)),
    ...datePart(page, verdict),
    ...(sponsored === true && sponsor !== null
      ? {sponsor: {'@type': 'Organization', 'name': sponsor}}
      : {}),
    'citation': works.map(scholarlyArticle),
  }
}
