export const sharedWords = {
  'shared.title': 'Shown on',
  'shared.loading': 'Looking for pages that show this…',
  'shared.failed': 'The server did not tell which pages show this.',
  'shared.badge_one': 'Shown on {{count}} live page',
  'shared.badge_other': 'Shown on {{count}} live pages',
  'shared.badge.title':
    'A change of this needs fresh sign-offs of those pages before it can be published.',
  'shared.nowhere':
    'No live page shows this, so you can publish changes of it freely. Once a page that shows it is live, changing it takes fresh sign-offs of that page.',
  'shared.nowhereLive': 'No live page shows this',
  'shared.signedDraft': 'its draft is signed',
  'shared.signedDrafts_one':
    'A draft that shows it is signed. A change of it ends that signature, once you publish it, and the draft needs signing again before it goes live.',
  'shared.signedDrafts_other':
    '{{count}} drafts that show it are signed. A change of it ends those signatures, once you publish it, and the drafts need signing again before they go live.',
  'shared.checksKeep': 'To record that it was looked up, without news, costs no signature.',
  'shared.before_one': 'One live page shows this',
  'shared.before_other': '{{count}} live pages show this',
  'shared.whatHappens_one':
    'Its sign-offs cover these words too. A change can be saved as a draft at any time. It is published together with fresh sign-offs of that page; until then readers keep what was signed.',
  'shared.whatHappens_other':
    'Their sign-offs cover these words too. A change can be saved as a draft at any time. It is published together with fresh sign-offs of those pages; until then readers keep what was signed.',
  'shared.news': 'This draft waits for no signature',
  'shared.newsNext':
    'It says nothing but how the work stands, and when somebody looked. Publish it: the sign-offs of the pages below stay, and bad news does to them what the policy says.',
  'shared.draftWaits':
    'The draft is published once every live page that shows it carries a sign-off on it. Until then readers keep what was signed.',
  'shared.asking': 'Every page is with reviewers, or back from them with an objection.',
  'shared.ask.next': 'Ask for them with “Ask for fresh sign-offs”.',
  'shared.ask.others': 'An editor can ask for them.',
  'shared.ready_one':
    'The live page that shows it is signed with this draft. An editor can publish it.',
  'shared.ready_other':
    'Every live page that shows it is signed with this draft. An editor can publish it.',
  'shared.progress_one': '{{signed}} of {{count}} page signed',
  'shared.progress_other': '{{signed}} of {{count}} pages signed',
  'shared.waiting_one':
    'A live page shows this and is not signed with this draft yet: {{pages}}. Ask for a fresh sign-off, then publish.',
  'shared.waiting_other':
    '{{signed}} of {{count}} live pages that show this are signed with this draft. Missing: {{pages}}.',
  'shared.livePages_one': 'The live page',
  'shared.livePages_other': 'Live pages ({{count}})',
  'shared.drafts_one': 'Also in one unpublished page',
  'shared.drafts_other': 'Also in {{count}} unpublished pages',
  'shared.retraction': 'If this work is retracted',
  'shared.retractionLead':
    'A retraction does not wait for signatures: save it here and publish it. The policy then does this, at once:',
  'shared.retracted': 'This work is retracted',
  'shared.retractedLead':
    'The policy did this when that was entered. No page that shows the work can be signed or published until the work is taken out of it.',
  'shared.retractedNowhere':
    'No page that shows it was live when that was entered. None can be signed or published until the work is taken out of it.',
  'shared.consequence.withdraw_one': 'Taken down (1)',
  'shared.consequence.withdraw_other': 'Taken down ({{count}})',
  'shared.consequence.deindex_one': 'Readers are warned, and lists leave it out (1)',
  'shared.consequence.deindex_other': 'Readers are warned, and lists leave them out ({{count}})',
  'shared.consequence.mark_one': 'Readers are warned (1)',
  'shared.consequence.mark_other': 'Readers are warned ({{count}})',
  'shared.consequence.none_one': 'Nothing happens (1)',
  'shared.consequence.none_other': 'Nothing happens ({{count}})',
  'shared.state.signed': 'Signed',
  'shared.state.asked': 'In review',
  'shared.state.objected': 'Objection',
  'shared.state.unasked': 'Not asked yet',
  'shared.askedAll': 'Waits for whoever may sign it.',
  'shared.askedOf': 'Waits for {{name}}.',
  'shared.objection': 'Open the page to answer {{name}} and submit it again: “{{note}}”',
  'shared.ask.label': 'Ask for fresh sign-offs',
  'shared.ask.header': 'Ask for fresh sign-offs',
  'shared.ask.explanation':
    'Reviewers get each live page with this draft in it, as readers would see it. Once all are signed, you can publish the draft.',
  'shared.ask.note': 'What changes, and why? (optional)',
  'shared.ask.noteHint': 'Goes to the reviewers of every page.',
  'shared.ask.confirm_zero': 'Ask',
  'shared.ask.confirm_one': 'Ask for one page',
  'shared.ask.confirm_other': 'Ask for {{count}} pages',
  'shared.asked_one': 'One page is in review',
  'shared.asked_other': '{{count}} pages are in review',
} as const
