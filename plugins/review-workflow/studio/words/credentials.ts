export const credentialsWords = {
  'credential.active.label': 'Verified',
  'credential.active.title': 'Somebody checked it with its issuer, exactly as it reads now.',
  'credential.pending.label': 'Not verified',
  'credential.pending.title':
    'Nobody can sign on it until a registrar has checked it as it reads now.',
  'credential.suspended.label': 'Suspended',
  'credential.suspended.title': 'A registrar suspended it: nobody can sign or publish on it.',
  'verifyCredential.label': 'Verify',
  'verifyCredential.header': 'Verify this credential',
  'verifyCredential.explanation':
    'You confirm that you checked it with whoever issued it. Any later change to it needs a new check.',
  'verifyCredential.method': 'How did you check it?',
  'verifyCredential.sourceUrl': 'Address of the entry in the register',
  'verifyCredential.confirm': 'Verify',
  'verifyCredential.done': 'Credential verified',
  'suspendCredential.label': 'Suspend',
  'suspendCredential.header': 'Suspend this credential',
  'suspendCredential.explanation': 'From now on nobody can sign or publish on it.',
  'suspendCredential.reason': 'Reason (kept in the record)',
  'suspendCredential.confirm': 'Suspend',
  'suspendCredential.done': 'Credential suspended',
} as const
