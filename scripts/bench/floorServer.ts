import {createServer} from 'node:http'
import {DatabaseSync} from 'node:sqlite'
import {type AddressInfo} from 'node:net'
import {type LakeDocument} from '../../lake/document.ts'
import {benchContent} from './content.ts'
import {serveBench} from './child.ts'

/** The least that can answer the questions: indexed columns, statements prepared once, no query language. */

const [file = '', articles = '1000'] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('pragma journal_mode = wal; pragma synchronous = full')
if (database.prepare('pragma user_version').get()?.['user_version'] === 0) fill()

const articleBySlug = database.prepare(
  `select a.*, p.name as reviewer_name from articles a join people p on p.id = a.reviewer where a.slug = ?`,
)
const citationsOf = database.prepare(
  `select c.id as _id, c.title, c.doi from article_citations ac join citations c on c.id = ac.citation
   where ac.article = ? order by ac.place`,
)
const relatedTo = database.prepare(
  `select a.id as _id, a.title, a.slug from article_related ar join articles a on a.id = ar.related
   where ar.article = ? order by ar.place`,
)
const reviewOf = database.prepare(
  `select risk_class as riskClass, last_reviewed as lastReviewed, due as nextReviewDue from reviews where article = ?`,
)
const newestOf = database.prepare(
  `select a.id as _id, a.title, a.slug, a.published_at as publishedAt, p.name as reviewer
   from articles a join people p on p.id = a.reviewer where a.category = ?
   order by a.published_at desc, a.id limit 20`,
)
const faqsAbout = database.prepare(
  `select f.id as _id, f.question, f.short_answer as shortAnswer from faq_words w join faqs f on f.rowid = w.rowid
   where faq_words match ? order by f.id limit 20`,
)
const dueBefore = database.prepare('select count(*) as n from reviews where due < ?')

function answer(path: string, value: string): unknown {
  switch (path) {
    case '/newest':
      return newestOf.all(value)
    case '/faq':
      return faqsAbout.all(`"${value}"`)
    case '/due':
      return dueBefore.get(value)?.['n']
    default: {
      const row = articleBySlug.get(value)
      if (row === undefined) return null
      const id = String(row['id'])
      return {
        _id: id,
        title: row['title'],
        publishedAt: row['published_at'],
        sections: JSON.parse(String(row['sections'])) as unknown,
        reviewer: {_id: row['reviewer'], name: row['reviewer_name']},
        citations: citationsOf.all(id),
        related: relatedTo.all(id),
        review: reviewOf.get(id),
      }
    }
  }
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const body =
    url.pathname === '/prebuilt'
      ? prebuilt
      : Buffer.from(
          JSON.stringify({result: answer(url.pathname, url.searchParams.get('value') ?? '')}),
        )
  response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': body.length})
  response.end(body)
})
const prebuilt = Buffer.from(JSON.stringify({result: answer('/article', 'article-1')}))
server.listen(0, '127.0.0.1', () =>
  serveBench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)

function fill(): void {
  database.exec(`begin;
    create table people (id text primary key, name text) strict;
    create table citations (id text primary key, title text, doi text) strict;
    create table articles (id text primary key, slug text, title text, category text, published_at text,
      reviewer text, sections text) strict;
    create unique index articles_slug on articles (slug);
    create index articles_newest on articles (category, published_at desc, id);
    create table article_citations (article text, place integer, citation text, primary key (article, place)) strict;
    create table article_related (article text, place integer, related text, primary key (article, place)) strict;
    create table reviews (article text primary key, risk_class integer, last_reviewed text, due text) strict;
    create index reviews_due on reviews (due);
    create table faqs (id text primary key, question text, short_answer text) strict;
    create virtual table faq_words using fts5(question, content='faqs', content_rowid='rowid');`)
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const insert = (table: string, ...values: (string | number)[]) => {
    const text = `insert into ${table} values (${values.map(() => '?').join(', ')})`
    const statement = statements.get(text) ?? database.prepare(text)
    statements.set(text, statement)
    statement.run(...values)
  }
  for (const document of benchContent(Number(articles)).documents()) put(document, insert)
  database.exec(
    `insert into faq_words (faq_words) values ('rebuild'); pragma user_version = 1; commit; analyze`,
  )
}

function put(
  document: LakeDocument,
  insert: (table: string, ...values: (string | number)[]) => void,
): void {
  const {_id, _type} = document
  const text = (name: string) => String(document[name])
  const ref = (value: unknown) => (value as {_ref: string})._ref
  switch (_type) {
    case 'person':
      return insert('people', _id, text('name'))
    case 'citation':
      return insert('citations', _id, text('title'), text('doi'))
    case 'faqEntry':
      return insert('faqs', _id, text('question'), text('shortAnswer'))
    case 'review':
      return insert(
        'reviews',
        ref(document['subject']),
        Number(document['riskClass']),
        text('lastReviewed'),
        text('nextReviewDue'),
      )
    case 'article': {
      const {slug} = document as unknown as {slug: {current: string}}
      insert(
        'articles',
        _id,
        slug.current,
        text('title'),
        ref(document['category']),
        text('publishedAt'),
        ref(document['reviewer']),
        JSON.stringify(document['sections']),
      )
      const lists = document as unknown as {citations: object[]; related: object[]}
      lists.citations.forEach((each, place) => insert('article_citations', _id, place, ref(each)))
      lists.related.forEach((each, place) => insert('article_related', _id, place, ref(each)))
    }
  }
}
