/**
 * Where the day is which, by ISO 3166 place: a credential is good until its last day is over there. Of a place with
 * several zones the one whose day ends first counts, towns included, since rules fail closed: Nevada keeps time with
 * West Wendover, New South Wales with Lord Howe Island. Territories with a code of their own are places of their own.
 */
export const placesByZone: {readonly [zone: string]: string} = {
  'America/New_York':
    'US US-CT US-DC US-DE US-FL US-GA US-IN US-KY US-MA US-MD US-ME US-MI US-NC US-NH US-NJ US-NY US-OH US-PA US-RI ' +
    'US-SC US-TN US-VA US-VT US-WV',
  'America/Chicago':
    'US-AL US-AR US-IA US-IL US-KS US-LA US-MN US-MO US-MS US-ND US-NE US-OK US-SD US-TX US-WI',
  'America/Denver': 'US-AZ US-CO US-MT US-NM US-NV US-UT US-WY',
  'America/Boise': 'US-ID US-OR',
  'America/Los_Angeles': 'US-CA US-WA',
  'America/Anchorage': 'US-AK',
  'Pacific/Honolulu': 'US-HI',
  'America/Puerto_Rico': 'US-PR PR',
  'America/St_Thomas': 'US-VI VI',
  'Pacific/Guam': 'US-GU GU',
  'Pacific/Saipan': 'US-MP MP',
  'Pacific/Pago_Pago': 'US-AS AS',
  'Pacific/Wake': 'US-UM UM',
  'America/St_Johns': 'CA CA-NL',
  'America/Halifax': 'CA-NS CA-PE CA-QC',
  'America/Moncton': 'CA-NB',
  'America/Toronto': 'CA-ON',
  'America/Iqaluit': 'CA-NU',
  'America/Winnipeg': 'CA-MB',
  'America/Regina': 'CA-SK',
  'America/Edmonton': 'CA-AB CA-BC CA-NT',
  'America/Whitehorse': 'CA-YT',
  'America/Cancun': 'MX',
  'America/Noronha': 'BR',
  'America/Argentina/Buenos_Aires': 'AR',
  'America/Punta_Arenas': 'CL',
  'Australia/Lord_Howe': 'AU AU-NSW',
  'Australia/Sydney': 'AU-ACT',
  'Australia/Melbourne': 'AU-VIC',
  'Australia/Brisbane': 'AU-QLD',
  'Australia/Hobart': 'AU-TAS',
  'Australia/Adelaide': 'AU-SA',
  'Australia/Darwin': 'AU-NT',
  'Australia/Perth': 'AU-WA',
  'Pacific/Chatham': 'NZ',
  'Europe/London': 'GB GG IM JE',
  'Europe/Dublin': 'IE',
  'Europe/Vienna': 'AT',
  'Europe/Brussels': 'BE',
  'Europe/Sofia': 'BG',
  'Europe/Zurich': 'CH LI',
  'Asia/Nicosia': 'CY',
  'Europe/Prague': 'CZ',
  'Europe/Berlin': 'DE',
  'Europe/Copenhagen': 'DK',
  'Europe/Tallinn': 'EE',
  'Europe/Madrid': 'ES',
  'Europe/Helsinki': 'FI AX',
  'Europe/Paris': 'FR MC',
  'Indian/Reunion': 'FR-974 FR-RE RE',
  'Indian/Mayotte': 'FR-976 FR-YT YT',
  'Pacific/Noumea': 'FR-NC NC',
  'Pacific/Wallis': 'FR-WF WF',
  'Europe/Athens': 'GR',
  'Europe/Zagreb': 'HR',
  'Europe/Budapest': 'HU',
  'Atlantic/Reykjavik': 'IS',
  'Europe/Rome': 'IT SM VA',
  'Europe/Vilnius': 'LT',
  'Europe/Luxembourg': 'LU',
  'Europe/Riga': 'LV',
  'Europe/Malta': 'MT',
  'Europe/Amsterdam': 'NL',
  'Europe/Oslo': 'NO',
  'Europe/Warsaw': 'PL',
  'Europe/Lisbon': 'PT',
  'Europe/Bucharest': 'RO',
  'Europe/Stockholm': 'SE',
  'Europe/Ljubljana': 'SI',
  'Europe/Bratislava': 'SK',
  'Europe/Istanbul': 'TR',
  'Asia/Jerusalem': 'IL',
  'Asia/Dubai': 'AE',
  'Asia/Kolkata': 'IN',
  'Asia/Bangkok': 'TH',
  'Asia/Singapore': 'SG',
  'Asia/Hong_Kong': 'HK',
  'Asia/Shanghai': 'CN',
  'Asia/Taipei': 'TW',
  'Asia/Manila': 'PH',
  'Asia/Seoul': 'KR',
  'Asia/Tokyo': 'JP',
  'Africa/Johannesburg': 'ZA',
}

const zones: ReadonlyMap<string, string> = new Map(
  Object.entries(placesByZone).flatMap(([zone, places]) =>
    places.split(' ').map((place) => [place, zone] as const),
  ),
)

/** The zone of a place, or of the country that it lies in; `UTC` for a place that is not in the table. */
export function timeZone(place: string | null): string {
  const [country = ''] = (place ?? '').split('-')
  return zones.get(place ?? '') ?? zones.get(country) ?? 'UTC'
}

/** Where every day begins first: a day that is ahead even of this one has not come anywhere. */
export const earliestZone = 'Pacific/Kiritimati'
