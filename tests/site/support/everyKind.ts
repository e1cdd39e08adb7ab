/** One page of every kind that the site has. */
export const everyKind = [
  '/',
  '/articles',
  '/articles/a-calmer-evening',
  '/questions',
  '/questions/massage-tonight',
  '/techniques',
  '/techniques/chair',
  '/topics',
  '/topics/sleepHabits',
  '/search',
  '/search?q=massage',
  '/changes',
  '/glossary',
  '/reviewers',
  '/reviewers/demo-sleep',
  '/how-we-check',
] as const
