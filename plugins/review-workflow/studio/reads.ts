import type {SanityClient} from 'sanity'
import {
  type CredentialProblem,
  type CredentialStanding,
  type CredentialType,
  type Consequence,
  type Denial,
  type Facts,
  type Family,
  type Mark,
  type Objection,
  type Policy,
  type RetractionStatus,
  type ReviewDates,
  type RiskClass,
  type Stage,
  type Topic,
} from '../policy/index.ts'

/** What the server tells by name, for one document or for all. Source: `reads` of the lake's review extension. */
export interface Reads {
  readonly review: ReviewRead
  readonly record: RecordRead
  readonly policy: PolicyRead
  readonly dashboard: DashboardRead
  readonly credentials: CredentialsRead
  readonly rendering: RenderingRead
  readonly works: WorksRead
}

/** One of the documents that a page renders together with its own words. */
export interface ClosureEntry {
  readonly id: string
  readonly type: string | null
  /** `null`: the document does not exist, or has no canonical form. */
  readonly digest: string | null
}

/** What the server would decide from, if this user asked about this document now. */
export interface ReviewRead {
  readonly facts: Facts
  readonly digest: string | null
  readonly closureDigest: string | null
  readonly closure: readonly ClosureEntry[]
  readonly attestation: {readonly id: string; readonly text: string}
  readonly policyVersion: string
  readonly policyHash: string
  readonly changed: {
    /** The newest signed words, and where history keeps them; `null` when nobody has signed any. */
    readonly since: {
      readonly seq: number
      readonly at: string
      readonly name: string
      readonly documentId: string
      readonly revision: string
    } | null
    /** Top-level fields that differ from those words. */
    readonly fields: readonly string[]
    /** Documents shown with the page that differ. */
    readonly shared: readonly string[]
  }
  /** Every no of this round that has its answer, oldest first; one that stands is among the facts. */
  readonly answered: readonly Answered[]
  /** Every reviewer, and what would keep them from signing these words now. */
  readonly signers: readonly {
    readonly personId: string
    readonly name: string
    readonly able: boolean
    readonly denials: readonly Denial[]
  }[]
}

export interface Answered extends Omit<Objection, 'seq'> {
  readonly answer: {readonly name: string; readonly at: string; readonly note: string}
}

export interface RecordEvent {
  readonly seq: number
  readonly at: string
  readonly kind: string
  /** Who did it, or whose commit made the server record it; `null` = no person, or an account that is closed. */
  readonly name: string | null
  /** Whose commit it is part of: of what the policy does by itself, whoever gave it cause. */
  readonly by: string | null
  readonly actor: string
  readonly hash: string
  readonly previousHash: string
  readonly body: {readonly [field: string]: unknown}
}

/** Everything on record about one document, oldest first. */
export interface RecordRead {
  readonly subject: string
  readonly type: string
  readonly title: string
  readonly stage: Stage
  readonly live: boolean
  /** The bad news that stands against the live page, and whether lists and search engines have it all the same. */
  readonly marks: readonly Mark[]
  readonly indexed: boolean
  readonly riskClass: RiskClass
  readonly topics: readonly Topic[]
  readonly dates: ReviewDates | null
  readonly digest: string | null
  readonly closureDigest: string | null
  /** The policy that the page went live under; of what is not live, the one in force. */
  readonly policyVersion: string
  readonly policyHash: string
  /** What people call the other documents that the entries name. */
  readonly titles: {readonly [id: string]: string}
  readonly events: readonly RecordEvent[]
}

export interface PolicyDecision {
  readonly seq: number
  readonly at: string
  readonly kind: 'policyProposed' | 'policyAdopted' | 'policyDeclined'
  readonly name: string
  readonly reason: string
  readonly revision: number | null
  readonly hash: string | null
}

export interface PolicyRead {
  readonly facts: Facts
  readonly policy: Policy
  readonly defaults: Policy
  readonly version: string
  readonly hash: string
  readonly topics: readonly {
    readonly topic: Topic
    readonly title: string
    readonly riskClass: RiskClass
    readonly groups: readonly (readonly Family[])[]
    readonly words: readonly string[]
  }[]
  readonly families: readonly {readonly family: Family; readonly title: string}[]
  readonly credentialTypes: readonly ({readonly code: string} & Pick<
    CredentialType,
    'name' | 'abbreviation' | 'issuer' | 'jurisdictions' | 'family'
  >)[]
  readonly attestation: {readonly id: string; readonly text: string}
  readonly floors: {readonly [type: string]: Topic}
  readonly decisions: readonly PolicyDecision[]
}

export interface DashboardRead {
  readonly now: string
  readonly live: {
    readonly total: number
    readonly signed: number
    readonly marked: number
    readonly unsigned: readonly {
      readonly id: string
      readonly type: string
      readonly title: string
    }[]
  }
  readonly stages: readonly {
    readonly stage: Stage
    readonly count: number
    readonly medianDays: number | null
    readonly oldestDays: number | null
  }[]
  readonly reviewers: readonly {
    readonly personId: string
    readonly name: string
    readonly waiting: number
    readonly signed90: number
    readonly objections90: number
    readonly medianHoursToSign: number | null
  }[]
  readonly due: readonly {
    readonly month: string
    readonly count: number
    readonly riskClasses: {readonly [riskClass in RiskClass]: number}
  }[]
  readonly refusals30: readonly {readonly code: string; readonly count: number}[]
  readonly ledger: {readonly records: number; readonly head: string | null}
}

export interface CredentialsRead {
  readonly mayVerify: boolean
  readonly me: {
    readonly personId: string | null
    readonly name: string
    readonly roles: readonly string[]
  }
  readonly credentials: readonly {
    readonly id: string
    readonly holder: {readonly personId: string; readonly name: string}
    readonly typeCode: string
    readonly label: string
    readonly jurisdiction: string | null
    readonly standing: CredentialStanding
    readonly problem: CredentialProblem | null
    readonly issued: string | null
    readonly expires: string | null
    readonly verifiedOn: string | null
    readonly verifiedBy: string | null
    readonly pages: readonly {
      readonly id: string
      readonly type: string
      readonly title: string
      readonly riskClass: RiskClass
      readonly onSuspend: Consequence
      readonly onRevoke: Consequence
      readonly onExpiry: Consequence
    }[]
  }[]
}

/** The cited works of one page, or all that wait for somebody to look whether they still stand. */
export interface WorksRead {
  /** `null`: of all pages, or there is no such page. */
  readonly page: {readonly id: string; readonly type: string; readonly title: string} | null
  /** Worst first. */
  readonly works: readonly {
    readonly id: string
    readonly title: string
    /** Identifiers that it does not have are empty, and so is a source that nobody named. */
    readonly doi: string
    readonly pmid: string
    readonly url: string
    readonly status: RetractionStatus
    readonly checkedOn: string | null
    readonly source: string
    readonly revision: string
    /** Somebody is changing it: what they have written would go live with the check. */
    readonly draft: boolean
    /** How many pages cite it. */
    readonly pages: number
    /** For how many days a look counts where it counts shortest; `null` where no page asks for one. */
    readonly days: number | null
    /** `wanted`: a page cannot go live without it. `never`: nobody has looked, and no page asks. */
    readonly need: 'wanted' | 'never' | 'none'
  }[]
}

export interface RenderingRead {
  /** Pages that show this shared document. */
  readonly pages: readonly {
    readonly id: string
    readonly type: string
    readonly title: string
    readonly live: boolean
    readonly riskClass: RiskClass
    /** Words of it that are not live yet are signed: a change of this document ends that. */
    readonly signedDraft: boolean
    readonly onRetraction: Consequence
    /** What the policy did to it when this work was retracted; `null` where it was not live then. */
    readonly retraction: Consequence | null
  }[]
  /** It is a cited work that can no longer support anything. */
  readonly retracted: boolean
  readonly draft: boolean
  /** Of the live ones: whether sign-offs on its draft, as it will be, are there. */
  readonly pending: readonly {readonly id: string; readonly signed: boolean}[]
}

export const apiVersion = 'v2025-02-19'

/** @throws ClientError with the server's words: 401, 403 or 404 */
export function namedRead<Name extends keyof Reads>(
  client: SanityClient,
  name: Name,
  id: string,
): Promise<Reads[Name]> {
  const {dataset} = client.config()
  return client.request<Reads[Name]>({
    url: `/data/reads/${dataset}/${name}/${id}`,
    tag: `review.${name}`,
  })
}
