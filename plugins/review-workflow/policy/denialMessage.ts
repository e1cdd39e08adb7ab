import {isTopic, topics} from './topics.ts'
import {
  type ChecklistItem,
  type CredentialProblem,
  type Denial,
  type Family,
  type RoleName,
  type SignOffProblem,
  type Topic,
} from './types.ts'
import {unsoundMessage} from './unsoundMessage.ts'

export interface DenialMessage {
  /** What is true, and what to do next. */
  readonly message: string
  /** Who can change that. */
  readonly who: string
}

const families: {readonly [family in Family]: string} = {
  'MT-REG': 'a regulated massage therapist',
  'MT-CERT': 'a certified massage therapist',
  'MT-ASSOC': 'a member of a massage association',
  'SLP-MED': 'a sleep physician',
  'SLP-BEH': 'a behavioural sleep specialist',
  'SLP-EDU': 'a sleep educator',
  'SLP-TECH': 'a sleep technologist',
  'CLIN-GP': 'a general practitioner',
  'CLIN-OB': 'an obstetrician or midwife',
  'CLIN-PED': 'a paediatrician',
  'CLIN-MH': 'a mental health clinician',
  'CLIN-RX': 'a prescriber or pharmacist',
  'CLIN-PT': 'a physiotherapist',
  'CLIN-CARD': 'a cardiologist',
  'CLIN-ONC': 'an oncologist',
  'CLIN-GER': 'a geriatrician',
}

/** What somebody is whom a credential of this family makes. */
export function familyTitle(family: Family): string {
  return families[family]
}

const credentialProblems: {readonly [problem in CredentialProblem]: string} = {
  pending: 'has not been verified as it reads now',
  suspended: 'is suspended',
  revoked: 'was revoked by its issuer',
  verificationStale: 'was last checked too long ago: a registrar has to look again',
  retired: 'is of a kind that its issuer has ended',
  numberTaken: 'carries a number that somebody else has on file',
  expired: 'has expired',
  notYetIssued: 'is not in force yet',
  undated: 'has no date of issue or expiry',
  selfVerified: 'was not verified by somebody else',
  unknownType: 'is of a type that the registry does not know',
  wrongJurisdiction: 'does not count in the place that it names',
  wrongDiscipline: 'is not entered for massage therapy',
  licenceMissing: 'counts only with a clinical licence on file',
  noFamily: 'does not entitle anybody to sign',
  noHolder: 'does not say who holds it',
}

const signOffProblems: {readonly [problem in SignOffProblem]: string} = {
  contentChanged: 'the words changed after it',
  closureChanged: 'something that the page shows changed after it',
  changesRequested: 'changes were asked for',
  refused: 'a reviewer refused to sign',
  recused: 'the signer stepped back',
  citationRetracted: 'a cited work was retracted',
  withdrawn: 'the page was taken down',
  revoked: 'it was revoked',
  credentialLapsed: 'the credential behind it is no longer in force',
  superseded: 'the same person signed again',
  malformed: 'its record cannot be read',
}

/** The questions as a reviewer is asked them. */
export const checklistQuestions: {readonly [item in ChecklistItem]: string} = {
  accuracy: 'Is every statement correct, as far as is known today?',
  citationsOpened: 'Did you open the cited works, and do they say what the page says they do?',
  counterEvidenceFair: 'Are studies that speak against it mentioned fairly?',
  safetyComplete: 'Does it say when not to, what to watch for and when to get help?',
  scopeRespected:
    'Does it stay within what a page like this may advise, and are you trained in its topics?',
  plainLanguage: 'Will the readers it is written for understand it?',
}

const roles: {readonly [role in RoleName]: string} = {
  administrator: 'an administrator',
  registrar: 'a registrar',
  editor: 'an editor',
  reviewer: 'a reviewer',
  viewer: 'a viewer',
}

function or(items: readonly string[]): string {
  const last = items.at(-1) ?? 'somebody'
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`
}

function and(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? 'somebody')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The commonest reasons why somebody else cannot, in a few words. */
const inShort: {readonly [code: string]: string} = {
  roleMissing: 'no reviewer has this name',
  wroteTheWords: 'they wrote some of them',
  namedAuthor: 'they are named as an author',
  recused: 'they stepped back',
  credentialMissing: 'they have no credential on file',
  credentialUnusable: 'their credential does not count today',
  outOfScope: 'their credential does not cover the topics',
}

function because(codes: readonly string[]): string {
  const known = codes.flatMap((code) => inShort[code] ?? [])
  return known.length === 0 ? '' : ` (${known.join('; ')})`
}

function titles(list: readonly Topic[]): string {
  return list.map((topic) => (isTopic(topic) ? topics[topic].title : topic)).join('; ')
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day, or the day of an instant, as people write it: `1 May 2026`. What is neither stays as it is. */
function dayInWords(at: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(at) ?? []
  const name = months[Number(month) - 1]
  return name === undefined ? at : `${Number(date)} ${name} ${year}`
}

/** The only place where a reason becomes English: Studio, HTTP and command line all call it. */
export function denialMessage(denial: Denial): DenialMessage {
  const say = (message: string, who: string): DenialMessage => ({message, who})
  switch (denial.code) {
    case 'factsUnreadable':
      return say(
        'What is known about this document cannot be read, so the answer is no.',
        'An administrator',
      )
    case 'policyOutdated':
      return say(
        'The review policy has changed since this page was loaded. Reload and look again.',
        'You',
      )
    case 'notSignedIn':
      return say('Nobody is signed in. Sign in first.', 'You')
    case 'notAPerson':
      return say(
        'Only a person can do this, never a token or a script.',
        'A person who is signed in',
      )
    case 'personUnknown':
      return say('This account is not linked to a person yet.', 'An administrator')
    case 'roleMissing':
      return say(
        `This takes the role of ${or(denial.anyOf.map((name) => roles[name]))}.`,
        capital(or(denial.anyOf.map((name) => roles[name]))),
      )
    case 'notGoverned':
      return say('Documents of this type are not reviewed.', 'Nobody')
    case 'documentMissing':
      return say('There is no such document yet. Save it first.', 'An editor')
    case 'nothingToPublish':
      return say('There is no draft to publish.', 'An editor')
    case 'notLive':
      return say('The page is not live, so there is nothing to take down.', 'Nobody')
    case 'contentUnreadable':
      return say(
        'The document holds text that has no canonical form, so nobody can sign it. Type the affected text again.',
        'An editor',
      )
    case 'alreadyInReview':
      return say('These words are in review already.', 'A reviewer')
    case 'notInReview':
      return say('Nobody has asked for a review of this.', 'An editor')
    case 'dueInThePast':
      return say(
        'The day by which it is wanted has passed, or is no day. Choose a later one.',
        'You',
      )
    case 'assigneeUnable':
      return say(
        `${denial.name} could not sign these words${because(denial.reasons)}. Choose somebody else, or everybody who may.`,
        'You',
      )
    case 'holderUnable':
      return say(
        `It waits for ${denial.name}, who could not sign it today${because(denial.reasons)}. Pass it on, or let somebody else claim it.`,
        'An editor, or whoever may sign it',
      )
    case 'claimedByOther':
      return say(`${denial.by} has this review.`, denial.by)
    case 'alreadyClaimed':
      return say('This review is with that person already.', 'Nobody')
    case 'notYours':
      return say(
        'Only who has a review, who asked for it, or an editor can pass it on.',
        capital(or([...denial.who, 'an editor'])),
      )
    case 'answerMissing':
      return say(
        `${denial.by} said no: ${quoted(denial.note)} Say in the note what you did about it.`,
        'You',
      )
    case 'changesRequested':
      return say(
        `${denial.by} asked for changes: ${quoted(denial.note)} Make them and submit the draft again.`,
        'An editor',
      )
    case 'refused':
      return say(
        `${denial.by} refused to sign: ${quoted(denial.note)} Answer that and submit the draft again.`,
        'An editor',
      )
    case 'recused':
      return say(
        'You stepped back from this review, so somebody else has to sign.',
        'Another reviewer',
      )
    case 'commentsOpen':
      return say(
        `${denial.count === 1 ? 'A comment that blocks is' : `${denial.count} comments that block are`} open, by ${and(denial.by)}. Settle ${denial.count === 1 ? 'it' : 'them'} first.`,
        capital(or([...denial.by, 'another reviewer'])),
      )
    case 'commentMissing':
      return say('There is no such open comment.', 'Nobody')
    case 'textMissing':
      return say('Write the comment first.', 'You')
    case 'checklistFailed':
      return say(
        `You answered “No” to: ${denial.items.map((item) => `“${checklistQuestions[item]}”`).join(' ')} Ask for changes instead.`,
        'You',
      )
    case 'draftPending':
      return say(
        'There is a draft with other words. Sign that, or discard it and look again.',
        'An editor',
      )
    case 'timeNotAhead':
      return say('Choose a moment ahead of now, within a year.', 'You')
    case 'nothingScheduled':
      return say('No publication is scheduled.', 'Nobody')
    case 'contentChanged':
      return say(
        'The words changed after you opened them. Reload, read what is new and sign that.',
        'You',
      )
    case 'closureChanged':
      return say(
        'Something that the page shows changed after you opened it. Reload, look again and sign that.',
        'You',
      )
    case 'wroteTheWords':
      return say(
        'You wrote some of these words, so somebody else has to sign them.',
        'Another reviewer',
      )
    case 'namedAuthor':
      return say(
        'You are named as an author or editor of this page, so somebody else has to sign it.',
        'Another reviewer',
      )
    case 'credentialMissing':
      return say(
        'You have no credential on file.',
        'An administrator enters it, a registrar verifies it',
      )
    case 'credentialUnusable':
      return say(
        `Your credential (${denial.label}) ${credentialProblems[denial.problem]}${denial.problem === 'expired' && denial.expires !== null ? ` on ${dayInWords(denial.expires)}` : ''}.`,
        'A registrar',
      )
    case 'outOfScope':
      return say(
        denial.topics.length === 0
          ? 'The words are about nothing that the policy knows, so nobody can sign them.'
          : `Your credential does not cover: ${titles(denial.topics)}.`,
        capital(or(denial.families.map((family) => families[family]))),
      )
    case 'reauthenticationMissing':
      return say('A signature needs your password, just now. It was missing or wrong.', 'You')
    case 'attestationOutdated':
      return say('The text of the attestation has changed. Reload, read it and sign again.', 'You')
    case 'conflictUnanswered':
      return say(
        'Answer the question about conflicts of interest; a disclosed one needs a statement.',
        'You',
      )
    case 'mustRecuse':
      return say('With this conflict of interest somebody else has to sign.', 'Another reviewer')
    case 'citationRetracted':
      return say(
        `The page rests on a retracted work (${denial.citations.join(', ')}). Take it out first.`,
        'An editor',
      )
    case 'citationUnchecked':
      return say(
        `Pages with this risk need every cited work looked up for retraction within ${denial.days} days before they go live. Not so: ${denial.citations.join(', ')}.`,
        'An editor looks them up and enters the day',
      )
    case 'signOffUnusable':
      return say(
        `The sign-off by ${denial.name} of ${dayInWords(denial.at)} does not count: ${denial.problems.map((problem) => signOffProblems[problem]).join('; ')}.`,
        'A reviewer',
      )
    case 'signOffMissing': {
      const signers = or(denial.families.map((family) => families[family]))
      const on = denial.topics.length === 0 ? '' : ` on ${titles(denial.topics)}`
      return say(`These words need a sign-off${on} by ${signers}.`, capital(signers))
    }
    case 'secondPersonMissing':
      return say(
        `Pages with this risk need ${denial.needed} different people to sign; ${denial.signed} did.`,
        'Another reviewer',
      )
    case 'reasonMissing':
      return say('Say why in a sentence: it goes on record.', 'You')
    case 'nothingToRevoke':
      return say('There is no sign-off that stands.', 'Nobody')
    case 'notACredential':
      return say('This is not a credential.', 'Nobody')
    case 'ownCredential':
      return say('Nobody verifies their own credential.', 'Another registrar')
    case 'wroteTheCredential':
      return say(
        'You entered or changed this credential, so somebody else has to verify it.',
        'Another registrar',
      )
    case 'alreadyVerified':
      return say('This credential is verified exactly as it reads now.', 'Nobody')
    case 'sourceMissing':
      return say(
        'Name how you checked it, the web address of the register, and the day on which you looked.',
        'You',
      )
    case 'alreadyRevoked':
      return say('This credential was revoked. It stays on record as that.', 'Nobody')
    case 'holderChangesCredential':
      return say('Nobody changes their own credential.', 'Another registrar or an administrator')
    case 'credentialOnRecord':
      return say(
        'Decisions about this credential are on record, so it stays. Suspend or revoke it instead.',
        'A registrar',
      )
    case 'notThePolicy':
      return say('This is not the review policy.', 'Nobody')
    case 'policyUnsound':
      return say(unsoundMessage(denial.problems), 'You')
    case 'policyUnchanged':
      return say('That is the policy in force already.', 'Nobody')
    case 'nothingProposed':
      return say(
        'No change of the policy is proposed.',
        'An administrator, a registrar or a reviewer',
      )
    case 'proposalChanged':
      return say('Another change is proposed by now. Reload and read that one.', 'You')
    case 'ownProposal':
      return say(
        'You proposed this change, so somebody else has to decide on it.',
        'Another administrator, registrar or reviewer',
      )
    case 'pagesNeedSignOff':
      return say(
        `Live pages show this (${denial.pages.join(', ')}). It goes live once they are signed as they will be with it, or after they are taken down.`,
        'A reviewer of those pages',
      )
    case 'writtenByServer':
      return say('The record of a review is written by the server alone.', 'Nobody')
  }
}

/** A sentence in somebody's words, with one full stop at its end whether they wrote it or not. */
function quoted(text: string): string {
  const said = text.trim()
  return /[.!?…]$/.test(said) ? `“${said}”` : `“${said}”.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
