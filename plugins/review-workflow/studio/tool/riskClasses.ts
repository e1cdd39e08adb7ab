import {type RiskClass} from '../../policy/index.ts'

/** From the least harm that a wrong sentence could do to the most. */
export const riskClasses: readonly RiskClass[] = ['R1', 'R2', 'R3', 'R4']
