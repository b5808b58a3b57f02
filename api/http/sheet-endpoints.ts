import type { z } from 'zod';
import type { CommandContext } from '../context.ts';
import { ApiError, type ErrorCode } from '../errors.ts';
import { spreadsheetType } from '../files/media-type.ts';
import { type Endpoint, type EndpointRequest, endpoint, type UploadedFile } from './endpoint.ts';

type Schema = z.ZodType | undefined;

/** What a file that is no sheet, or a sheet with mistakes, is refused with. */
export const sheetErrors = [
  'file_empty',
  'file_not_a_spreadsheet',
  'file_expands_too_much',
  'import_columns_missing',
  'import_too_many_rows',
  'import_rows_invalid',
] as const satisfies ErrorCode[];

interface Common {
  path: string;
  summary: string;
  /** Errors beside those of reading a sheet. */
  errors: readonly ErrorCode[];
}

/**
 * The two endpoints of everything that people fill in as a sheet: one hands the sheet out, one takes it back, all rows or none.
 * Wrong cells are named row by row in `import_rows_invalid`.
 */
export function sheetEndpoints<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  UP extends Schema = undefined,
  B extends Schema = undefined,
>({
  tag,
  template,
  upload,
}: {
  tag: string;
  template: Common & {
    params?: P;
    query?: Q;
    sheet(
      context: CommandContext,
      request: EndpointRequest<P, Q, undefined>,
    ): Promise<{ fileName: string; content: Buffer }>;
  };
  upload: Common & {
    params?: UP;
    /** Fields beside the file. */
    body?: B;
    maxBytes: number;
    /** Status and schema of the answer. */
    answers: Record<number, z.ZodType>;
    take(
      context: CommandContext,
      request: EndpointRequest<UP, undefined, B> & { file: UploadedFile },
    ): Promise<{ status: number; body: unknown }>;
  };
}): Endpoint[] {
  const { sheet, ...handedOut } = template;
  const { take, maxBytes, errors, ...takenBack } = upload;
  return [
    endpoint<P, Q>({
      method: 'get',
      tag,
      ...handedOut,
      answers: { 200: { files: [spreadsheetType] } },
      handle: async (context, request) => ({
        status: 200,
        file: { mediaType: spreadsheetType, inline: false, ...(await sheet(context, request)) },
      }),
    }),
    endpoint<UP, undefined, B>({
      method: 'post',
      tag,
      ...takenBack,
      upload: { maxBytes },
      errors: [...errors, ...sheetErrors],
      handle: async (context, request) => {
        const { file } = request;
        if (!file) throw new ApiError('file_missing');
        return take(context, { ...request, file });
      },
    }),
  ];
}
