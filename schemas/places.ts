import {type Scheme} from './identifiers.ts'

const countries = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
    'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
)

/** Where credentials differ by state or province, the codes are listed; elsewhere the shape is enough. */
const subdivisions: Readonly<Record<string, string>> = {
  AU: 'ACT NSW NT QLD SA TAS VIC WA',
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  GB: 'ENG NIR SCT WLS EAW GBN UKM',
  US:
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR UM VI',
}

/** How a place is written, for those who do not know the standard. */
export const placeExamples = 'NZ for New Zealand, US-CA for California, DE-BY for Bavaria'

/** An ISO 3166-2 place: a country such as NZ, or a state or province such as US-CA. */
export const place: Scheme = {
  normalise: (text) => text.trim().toUpperCase(),
  check: (text) => {
    const plain = place.normalise(text)
    const [country = '', part] = plain.split('-')
    if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(plain) || !countries.has(country)) {
      return `Write the code of a place: ${placeExamples}.`
    }
    const known = subdivisions[country]?.split(' ')
    if (part === undefined || known === undefined || known.includes(part)) return true
    return `${country} has no state or province with the code ${part}.`
  },
}
