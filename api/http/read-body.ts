import express, { type Request, type Response } from 'express';
import multer from 'multer';
import { ApiError } from '../errors.ts';
import type { UploadedFile } from './endpoint.ts';

const maxJsonBytes = 1024 * 1024;
const parseJson = express.json({ limit: maxJsonBytes, strict: true });

/** Reads a JSON body. @throws ApiError unsupported_media_type, malformed_json, body_too_large */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  const parameters = { expected: 'application/json; charset=utf-8' };
  if (!request.is('application/json')) throw new ApiError('unsupported_media_type', { parameters });
  try {
    await run((done) => parseJson(request, response, done));
  } catch (error) {
    throw new ApiError(jsonErrors[typeOf(error)] ?? 'malformed_json', { parameters });
  }
  return request.body;
}

const jsonErrors: Record<string, 'body_too_large' | 'unsupported_media_type'> = {
  'entity.too.large': 'body_too_large',
  'encoding.unsupported': 'unsupported_media_type',
  'charset.unsupported': 'unsupported_media_type',
};

/**
 * Reads a multipart body with one file in the field `file`, kept in memory.
 * @throws ApiError unsupported_media_type, malformed_multipart, file_too_large, file_missing
 */
export async function readUpload(
  request: Request,
  response: Response,
  maxBytes: number,
): Promise<{ fields: Record<string, unknown>; file: UploadedFile }> {
  if (!request.is('multipart/form-data')) {
    throw new ApiError('unsupported_media_type', { parameters: { expected: 'multipart/form-data' } });
  }
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
    defParamCharset: 'utf8',
  }).single('file');
  try {
    await run((done) => parse(request, response, done));
  } catch (error) {
    if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') {
      throw new ApiError('file_too_large', { parameters: { megabytes: maxBytes / (1024 * 1024) } });
    }
    throw new ApiError('malformed_multipart');
  }
  if (!request.file) throw new ApiError('file_missing');
  return {
    fields: { ...(request.body as Record<string, unknown>) },
    file: { fileName: request.file.originalname, content: request.file.buffer },
  };
}

function run(start: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}

function typeOf(error: unknown): string {
  return error instanceof Error && 'type' in error ? String(error.type) : '';
}
