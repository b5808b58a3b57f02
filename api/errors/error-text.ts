/** What one refusal says, and with which HTTP status. */
export interface ErrorText {
  status: number;
  /** A sentence that helps; `{name}` is replaced by the parameter of that name. */
  vi: string;
  en: string;
}
