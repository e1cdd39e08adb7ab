export const dashboardWords = {
  'dashboard.title': 'Dashboard',
  'dashboard.numbers': 'Show the numbers',
  'dashboard.asOf': 'As the server saw it on {{time}}. Changes show here by themselves.',
  'dashboard.unsigned': 'Live without a valid sign-off',
  'dashboard.unsigned.calm':
    'Every page that readers can see rests on sign-offs of exactly its words.',
  'dashboard.unsigned.alarm':
    'Readers see words that no valid sign-off covers. Open these pages now: take them down, or have them signed.',
  'dashboard.record': 'Review record',
  'dashboard.total': 'Live',
  'dashboard.total.hint': 'pages readers see',
  'dashboard.signed': 'Signed',
  'dashboard.signed.hint': 'of these, and validly',
  'dashboard.marked': 'Marked',
  'dashboard.marked.hint': 'of these, with a warning',
  'dashboard.pages': 'Pages',
  'dashboard.stage': 'Stage',
  'dashboard.stages': 'Where pages stand',
  'dashboard.stages.summary_one': 'One page, in the stage “{{stage}}”.',
  'dashboard.stages.summary_other':
    '{{count}} pages. The stage with most of them is “{{stage}}”: {{most}}.',
  'dashboard.stages.empty':
    'No pages yet. Articles, questions and techniques show here as soon as somebody starts one.',
  'dashboard.time': 'Time in stage',
  'dashboard.time.summary_zero': 'No page has waited for a whole day yet.',
  'dashboard.time.summary_one':
    'The page that waits longest has been in “{{stage}}” for {{count}} day.',
  'dashboard.time.summary_other':
    'The page that waits longest has been in “{{stage}}” for {{count}} days.',
  'dashboard.time.none':
    'No page is on its way. Once one is, this shows how many days pages wait in each stage.',
  'dashboard.median': 'Typical, in days (median)',
  'dashboard.oldest': 'Longest, in days',
  'dashboard.reviewer': 'Reviewer',
  'dashboard.reviewers': 'Work by reviewer',
  'dashboard.reviewers.summary_one':
    '{{name}} has most waiting: {{waiting}}. One sign-off was given in 90 days.',
  'dashboard.reviewers.summary_other':
    '{{name}} has most waiting: {{waiting}}. {{count}} sign-offs were given in 90 days.',
  'dashboard.reviewers.idle_one': 'Nothing waits. One sign-off was given in 90 days.',
  'dashboard.reviewers.idle_other': 'Nothing waits. {{count}} sign-offs were given in 90 days.',
  'dashboard.reviewers.empty':
    'No reviewers yet. Give an account the role “reviewer”, and have a registrar verify a credential.',
  'dashboard.waiting': 'Waiting now',
  'dashboard.signed90': 'Signed in 90 days',
  'dashboard.objections90': 'Objections in 90 days',
  'dashboard.hoursToSign': 'Hours to sign (median)',
  'dashboard.due': 'Reviews due by month',
  'dashboard.due.summary_one': 'One review falls due within twelve months.',
  'dashboard.due.summary_other':
    '{{count}} reviews fall due within twelve months; by the end of {{month}}, with those overdue: {{first}}.',
  'dashboard.due.none':
    'No live page falls due within twelve months. Each comes back for review after the cycle of its risk class.',
  'dashboard.month': 'Month',
  'dashboard.all': 'All',
  'dashboard.refusals': 'What the server refused in 30 days',
  'dashboard.refusals.summary_one': 'One reason to say no: {{reason}}.',
  'dashboard.refusals.summary_other': '{{count}} reasons to say no, most often: {{reason}}.',
  'dashboard.refusals.empty':
    'Nothing. Every attempt that the policy does not allow is refused, and counted here.',
  'dashboard.reason': 'Reason',
  'dashboard.times': 'Times',
  'dashboard.ledger': 'The record',
  'dashboard.ledger.summary_one':
    'One entry. Entries are added, never changed; each carries the hash of the one before it.',
  'dashboard.ledger.summary_other':
    '{{count}} entries. They are added, never changed; each carries the hash of the one before it.',
  'dashboard.ledger.head': 'Hash of the newest entry',
} as const
