import {type RiskClass} from '../../policy/index.ts'

export const riskTone = {
  R1: 'default',
  R2: 'default',
  R3: 'caution',
  R4: 'critical',
} as const satisfies {readonly [riskClass in RiskClass]: string}
