/** The door of the policy: everything that asks whether something may be done asks here. */
export {assess, credentialLabel, credentialTypes} from './credentialTypes.ts'
export {availableCommands, decide, isStale} from './decide.ts'
export {denialMessage, type DenialMessage} from './denialMessage.ts'
export {closureDigest, digest} from './digest.ts'
export {attestation, attestationText, policyHash, policyVersion} from './policy.ts'
export {standsSigned, usableSignOffs} from './signOffs.ts'
export {type ReviewDates, reviewDates, stageOf} from './stage.ts'
export {
  documentTopics,
  isGoverned,
  isRetracted,
  namedAuthors,
  riskClassOf,
  topics,
} from './topics.ts'
export type * from './types.ts'
