/** Process of an office paper, and the elements of its model that code looks for. */
export const officePaperProcess = 'office-paper';

export const officePaperElements = {
  comment: 'comment-on-draft',
  finish: 'finish-draft',
  sign: 'sign-office-paper-draft',
  register: 'register-office-paper',
} as const;
