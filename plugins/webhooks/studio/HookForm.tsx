import {Box, Button, Flex, Grid, Stack} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {CheckField, FieldGroup, SelectField, TextField} from './fields.tsx'
import {type FormValues, formValues, httpMethods, operations, settingsOf} from './formValues.ts'
import {Problem} from './Frame.tsx'
import {type Hook, type HookSettings, messageOf} from './hooksApi.ts'
import {namespace} from './words.ts'

/** Every setting of a webhook. What makes no sense the server says, in words. */
export function HookForm({
  hook,
  datasets,
  submitLabel,
  save,
}: {
  readonly hook: Hook | null
  readonly datasets: readonly string[]
  readonly submitLabel: string
  readonly save: (settings: HookSettings) => Promise<void>
}) {
  const {t} = useTranslation(namespace)
  const [values, setValues] = useState(() => formValues(hook))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const change = (changed: Partial<FormValues>) => setValues({...values, ...changed})
  const submit = async () => {
    const asked = settingsOf(values)
    if ('invalidHeader' in asked) {
      setProblem(t('invalidHeader', {line: asked.invalidHeader}))
      return
    }
    setBusy(true)
    setProblem(null)
    try {
      await save(asked.settings)
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  const text = (name: 'name' | 'description' | 'url' | 'secret') => ({
    label: t(`field.${name}`),
    value: values[name],
    onChange: (value: string) => change({[name]: value}),
  })
  const code = (name: 'filter' | 'projection' | 'headers') => ({
    label: t(`field.${name}`),
    hint: t(`field.${name}.hint`),
    value: values[name],
    onChange: (value: string) => change({[name]: value}),
    code: true,
  })
  const check = (name: 'includeDrafts' | 'includeAllVersions') => ({
    label: t(`field.${name}`),
    hint: t(`field.${name}.hint`),
    checked: values[name],
    onChange: (checked: boolean) => change({[name]: checked}),
  })
  const names = [...new Set([...datasets, values.dataset])].filter((name) => name !== '*')
  return (
    <Box
      as="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap={5}>
        <TextField {...text('name')} required />
        <TextField {...text('description')} />
        <TextField {...text('url')} hint={t('field.url.hint')} code required />
        <Grid gridTemplateColumns={[1, 2]} gap={5}>
          <SelectField
            label={t('field.dataset')}
            value={values.dataset}
            onChange={(dataset) => change({dataset})}
            options={[
              ...names.map((name) => ({value: name, title: name})),
              {value: '*', title: t('everyDataset')},
            ]}
          />
          <SelectField
            label={t('field.httpMethod')}
            value={values.httpMethod}
            onChange={(httpMethod) => change({httpMethod})}
            options={httpMethods.map((method) => ({value: method, title: method}))}
          />
        </Grid>
        <FieldGroup label={t('field.on')}>
          {operations.map((operation) => (
            <CheckField
              key={operation}
              label={t(`on.${operation}`)}
              checked={values.on.includes(operation)}
              onChange={(checked) =>
                change({
                  on: checked
                    ? [...values.on, operation]
                    : values.on.filter((each) => each !== operation),
                })
              }
            />
          ))}
        </FieldGroup>
        <TextField {...code('filter')} rows={3} />
        <TextField {...code('projection')} rows={4} />
        <CheckField {...check('includeDrafts')} />
        <CheckField {...check('includeAllVersions')} />
        <TextField {...code('headers')} rows={2} />
        <TextField {...text('secret')} hint={t('field.secret.hint')} isSecret />
        <CheckField
          label={t('field.enabled')}
          checked={values.enabled}
          onChange={(enabled) => change({enabled})}
        />
        {problem !== null && <Problem>{problem}</Problem>}
        <Flex justify="flex-end">
          <Button type="submit" text={submitLabel} loading={isBusy} disabled={isBusy} />
        </Flex>
      </Stack>
    </Box>
  )
}
