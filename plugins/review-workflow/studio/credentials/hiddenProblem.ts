import {type CredentialProblem} from '../../policy/index.ts'

/** What the name of a standing tells by itself. */
const told: readonly CredentialProblem[] = ['pending', 'suspended', 'revoked', 'expired']

/** Why a credential counts for nothing although its standing sounds as if it did. */
export function hiddenProblem(problem: CredentialProblem | null): CredentialProblem | null {
  return problem !== null && told.includes(problem) ? null : problem
}
