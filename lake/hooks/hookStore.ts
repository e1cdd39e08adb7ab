import {DatabaseSync} from 'node:sqlite'
import {type Row, statementsOn} from '../store/statements.ts'
import {type Hook, type HookAttempt, type HookMessage} from './hook.ts'

const schema = `
create table if not exists hooks (
  id text primary key, created_at text not null, body text not null) strict;
create table if not exists positions (
  hook_id text not null, dataset text not null, seq integer not null, primary key (hook_id, dataset)) strict;
create table if not exists messages (
  id text primary key, hook_id text not null, dataset text not null, seq integer not null, status text not null,
  due_at text not null, created_at text not null, body text not null) strict;
create index if not exists messages_due on messages (hook_id, status, due_at);
create index if not exists messages_made on messages (hook_id, created_at);
create index if not exists messages_seq on messages (dataset, seq);
create table if not exists unserved (
  dataset text not null, seq integer not null, document_id text not null,
  primary key (dataset, seq, document_id)) strict;
create table if not exists attempts (
  id text primary key, hook_id text not null, message_id text not null, created_at text not null,
  body text not null) strict;
create index if not exists attempts_made on attempts (hook_id, created_at);
`

export type HookStore = ReturnType<typeof openHookStore>

/** The one place that knows how webhooks, their messages and their log are kept. */
export function openHookStore(file: string) {
  const database = new DatabaseSync(file)
  // What a power cut takes back is looked at and sent again, under the same keys.
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000',
  )
  database.exec(schema)
  const {get, all, run, transaction} = statementsOn(database)

  return {
    transaction,
    backup(copy: string): void {
      run('vacuum into ?', copy)
      const written = new DatabaseSync(copy)
      written.exec(`delete from messages where status in ('queued', 'sending')`)
      written.close()
    },
    close: () => database.close(),

    /** Oldest first. */
    hooks: () => bodies<Hook>(all('select body from hooks order by created_at, id')),
    hook: (id: string) => bodyOf<Hook>(get('select body from hooks where id = ?', id)),
    putHook(hook: Hook): void {
      run(
        'insert or replace into hooks values (?, ?, ?)',
        hook.id,
        hook.createdAt,
        JSON.stringify(hook),
      )
    },
    removeHook(id: string): void {
      run('delete from attempts where hook_id = ?', id)
      run('delete from messages where hook_id = ?', id)
      run('delete from positions where hook_id = ?', id)
      run('delete from hooks where id = ?', id)
    },

    /** How far a hook has looked at a dataset; null for one that it does not know. */
    position(hookId: string, dataset: string): number | null {
      const row = get(
        'select seq from positions where hook_id = ? and dataset = ?',
        hookId,
        dataset,
      )
      return row === undefined ? null : Number(row['seq'])
    },
    setPosition(hookId: string, dataset: string, seq: number): void {
      run('insert or replace into positions values (?, ?, ?)', hookId, dataset, seq)
    },

    removePositions: (dataset: string) =>
      void run('delete from positions where dataset = ?', dataset),

    message: (id: string) => bodyOf<HookMessage>(get('select body from messages where id = ?', id)),
    /** Newest first. */
    messages: (hookId: string, limit: number, offset: number) =>
      bodies<HookMessage>(
        all(
          'select body from messages where hook_id = ? order by created_at desc, rowid desc limit ? offset ?',
          hookId,
          limit,
          offset,
        ),
      ),
    messageIdsAfter: (dataset: string, seq: number) =>
      all('select id from messages where dataset = ? and seq > ?', dataset, seq).map(({id}) =>
        String(id),
      ),
    addUnserved: (dataset: string, seq: number, documentId: string) =>
      void run('insert or ignore into unserved values (?, ?, ?)', dataset, seq, documentId),
    unservedAfter: (dataset: string, seq: number) =>
      all('select seq, document_id from unserved where dataset = ? and seq > ?', dataset, seq).map(
        (row) => ({seq: Number(row['seq']), documentId: String(row['document_id'])}),
      ),
    countQueued: (hookId: string): number =>
      Number(
        get(
          `select count(*) as count from messages where hook_id = ? and status in ('queued', 'sending')`,
          hookId,
        )?.['count'],
      ),
    /** Of those that wait, the one whose turn comes first. */
    nextMessage: (hookId: string) =>
      bodyOf<HookMessage>(
        get(
          `select body from messages where hook_id = ? and status = 'queued' order by due_at, rowid limit 1`,
          hookId,
        ),
      ),
    /** What was being sent when the server stopped is sent again. */
    sending: () =>
      bodies<HookMessage>(all(`select body from messages where status = 'sending' order by id`)),
    putMessage(message: HookMessage, seq: number): void {
      run(
        `insert into messages values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id)
         do update set status = excluded.status, due_at = excluded.due_at, body = excluded.body`,
        message.id,
        message.hookId,
        message.dataset,
        seq,
        message.status,
        message.dueAt,
        message.createdAt,
        JSON.stringify(message),
      )
    },
    removeQueued: (hookId: string) =>
      void run(`delete from messages where hook_id = ? and status = 'queued'`, hookId),

    attempt: (id: string) => bodyOf<HookAttempt>(get('select body from attempts where id = ?', id)),
    /** Newest first. */
    attempts: (hookId: string, limit: number, offset: number) =>
      bodies<HookAttempt>(
        all(
          'select body from attempts where hook_id = ? order by created_at desc, rowid desc limit ? offset ?',
          hookId,
          limit,
          offset,
        ),
      ),
    unfinishedAttempts: () =>
      bodies<HookAttempt>(
        all(`select body from attempts where json_extract(body, '$.inProgress') = 1`),
      ),
    putAttempt(attempt: HookAttempt): void {
      run(
        'insert into attempts values (?, ?, ?, ?, ?) on conflict (id) do update set body = excluded.body',
        attempt.id,
        attempt.hookId,
        attempt.messageId,
        attempt.createdAt,
        JSON.stringify(attempt),
      )
    },

    /** Forgets what is over and was made before a time. */
    forget(before: string): void {
      run(`delete from messages where created_at < ? and status in ('success', 'failure')`, before)
      run('delete from attempts where created_at < ?', before)
    },
  }
}

function bodyOf<Body>(row: Row | undefined): Body | null {
  return row === undefined ? null : (JSON.parse(String(row['body'])) as Body)
}

function bodies<Body>(rows: readonly Row[]): readonly Body[] {
  return rows.map((row) => JSON.parse(String(row['body'])) as Body)
}
