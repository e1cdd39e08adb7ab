import {type EducationalOccupationalCredential, type Person} from 'schema-dts'
import {credentialTypeOf} from '../../plugins/review-workflow/policy/credentialTypes.ts'
import {type PersonQueryResult} from '../../sanity.types.ts'
import {type RecordedSignOff} from '../verify/record.ts'
import {type Verdict} from '../verify/verdict.ts'
import {type Site} from './site.ts'

type PersonNode = Exclude<Person, string>
type Profile = NonNullable<PersonQueryResult>

/** Somebody who signed: name and credentials as signed, links as their profile has them. */
export function reviewer({name, profile, credentials}: RecordedSignOff, site: Site): PersonNode {
  return {
    '@type': 'Person',
    name,
    ...(profile === null ? {} : linksOf(profile, site)),
    'hasCredential': credentials.map(credential),
  }
}

/** Somebody's profile. Credentials only from a verified page that they signed: `lastSigned.page` is one. */
export function person(profile: Profile, verdict: Verdict, site: Site): PersonNode {
  const signed = verdict.valid
    ? verdict.signOffs.find(({personId}) => personId === profile._id)
    : undefined
  return {
    '@type': 'Person',
    'name': profile.name,
    ...linksOf(profile, site),
    ...(profile.employer === null
      ? {}
      : {worksFor: {'@type': 'Organization', 'name': profile.employer}}),
    ...(signed === undefined ? {} : {hasCredential: signed.credentials.map(credential)}),
  }
}

/** Somebody who wrote or edited. */
export function author(
  {name, slug}: {readonly name: string; readonly slug: string},
  site: Site,
): PersonNode {
  return {'@type': 'Person', name, 'url': site.address({_type: 'person', slug})}
}

type Links = Pick<Profile, 'slug' | 'honorifics' | 'orcid' | 'sameAs'>

function linksOf({slug, honorifics, orcid, sameAs}: Links, site: Site): Partial<PersonNode> {
  const addresses = (sameAs ?? []).filter((address) => address.startsWith('https://'))
  return {
    url: site.address({_type: 'person', slug}),
    ...(honorifics === null ? {} : {honorificPrefix: honorifics}),
    ...(orcid === null
      ? {}
      : {
          identifier: {
            '@type': 'PropertyValue',
            'propertyID': 'ORCID',
            'value': `https://orcid.org/${orcid}`,
          },
        }),
    ...(addresses.length === 0 ? {} : {sameAs: addresses}),
  }
}

function credential(
  signed: RecordedSignOff['credentials'][number],
): EducationalOccupationalCredential {
  const {label, typeCode, jurisdiction, expires} = signed
  const type = credentialTypeOf(typeCode)
  return {
    '@type': 'EducationalOccupationalCredential',
    'name': type?.name ?? label,
    ...(type === null
      ? {}
      : {
          credentialCategory: type.kind,
          recognizedBy: {'@type': 'Organization', 'name': type.issuingBody},
        }),
    ...(jurisdiction === null
      ? {}
      : {validIn: {'@type': 'AdministrativeArea', 'name': jurisdiction}}),
    ...(expires === null ? {} : {expires}),
  }
}
