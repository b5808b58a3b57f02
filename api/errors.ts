import type { FieldError, Locale, RowError } from './contract/common.ts';
import { accountErrors } from './errors/account.ts';
import { administrationErrors } from './errors/administration.ts';
import { blocErrors } from './errors/blocs.ts';
import { campaignErrors } from './errors/campaigns.ts';
import { councilErrors } from './errors/councils.ts';
import { definitionErrors } from './errors/definitions.ts';
import { dossierErrors } from './errors/dossiers.ts';
import { fileErrors } from './errors/files.ts';
import { initiativeErrors } from './errors/initiatives.ts';
import { ledgerErrors } from './errors/ledger.ts';
import { nominationErrors } from './errors/nominations.ts';
import { officePaperErrors } from './errors/office-papers.ts';
import { organisationErrors } from './errors/organisation.ts';
import { paperErrors } from './errors/papers.ts';
import { partyErrors } from './errors/party.ts';
import { planErrors } from './errors/plans.ts';
import { requestErrors } from './errors/request.ts';
import { roleModelErrors } from './errors/role-models.ts';
import { taskErrors } from './errors/tasks.ts';

/** Every error the API answers with. The code is stable; clients may branch on it. */
export const errorCatalogue = {
  ...requestErrors,
  ...accountErrors,
  ...dossierErrors,
  ...nominationErrors,
  ...initiativeErrors,
  ...ledgerErrors,
  ...fileErrors,
  ...partyErrors,
  ...paperErrors,
  ...taskErrors,
  ...campaignErrors,
  ...officePaperErrors,
  ...planErrors,
  ...councilErrors,
  ...definitionErrors,
  ...administrationErrors,
  ...organisationErrors,
  ...blocErrors,
  ...roleModelErrors,
};

export type ErrorCode = keyof typeof errorCatalogue;

/** Names of what an error speaks of, put into its sentence. `vi` and `en` where the languages differ. */
export type ErrorParameters = Record<string, string | number | { vi: string; en: string }>;

export interface ErrorDetails {
  parameters?: ErrorParameters;
  /** Made when the language of the user is known. */
  errors?: (locale: Locale) => FieldError[];
  rows?: (locale: Locale) => RowError[];
}

/** Refusal of a request: it changed nothing, and its code says why. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** The sentence of an error in a language. */
export function errorSentence(code: ErrorCode, locale: Locale, parameters: ErrorParameters = {}): string {
  return fill(errorCatalogue[code][locale], locale, parameters);
}

/** Puts parameters into a sentence; a name without a parameter stays as it is. */
export function fill(sentence: string, locale: Locale, parameters: ErrorParameters): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name];
    if (value === undefined) return placeholder;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
