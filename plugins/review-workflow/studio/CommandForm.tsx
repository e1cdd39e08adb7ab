import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type CommandType} from '../policy/index.ts'
import {DialogForm} from './DialogForm.tsx'
import {Field, type FieldDefinition} from './Field.tsx'
import {useCommand} from './useCommand.ts'
import {useKept} from './useKept.ts'
import {namespace} from './words.ts'

/** The dialog of a command that asks for nothing but texts. */
export function CommandForm({
  command,
  documentId,
  fields,
  tone,
  onDone,
  onCancel,
}: {
  readonly command: CommandType
  readonly documentId: string
  readonly fields: readonly FieldDefinition[]
  readonly tone: 'default' | 'primary' | 'positive' | 'caution' | 'critical'
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const [values, setValues, forgetValues] = useKept<{readonly [field: string]: string}>(
    `${command} ${documentId}`,
    {},
  )
  const {run, busy, refusals, forget} = useCommand(command, documentId, () => {
    forgetValues()
    onDone()
  })
  const isMissing = fields.some(({name, required}) => required && !values[name]?.trim())
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      missing={isMissing ? t(`${command}.missing`) : null}
      tone={tone}
      submitLabel={t(`${command}.confirm`)}
      onEdit={forget}
      onSubmit={() => void run(values)}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t(`${command}.explanation`)}
      </Text>
      {fields.map((field, index) => (
        <Field
          key={field.name}
          field={field}
          label={t(`${command}.${field.name}`)}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues({...values, [field.name]: value})}
          autoFocus={index === 0}
          disabled={busy}
        />
      ))}
    </DialogForm>
  )
}
