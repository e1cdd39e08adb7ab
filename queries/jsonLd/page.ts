import {type MedicalWebPage} from 'schema-dts'
import {type Verdict} from '../verify/verdict.ts'
import {datePart, type Reviewed, reviewPart} from './reviewPart.ts'
import {organization, type Linked, type Site} from './site.ts'

type Page = Reviewed & Linked & {readonly language: string}

/** What the page of anything governed says of itself. */
export function pageNode(page: Page, verdict: Verdict, site: Site): MedicalWebPage {
  return {
    '@type': 'MedicalWebPage',
    'url': site.address(page),
    'inLanguage': page.language,
    'publisher': organization(site),
    ...datePart(page, verdict),
    ...reviewPart(page, verdict, site),
  }
}
