/** What can keep the programs of this package from starting. Stable: scripts and tests compare them. */
export type StartErrorCode =
  | 'bad_setting'
  | 'missing_setting'
  | 'port_taken'
  | 'data_dir_not_writable'
  | 'already_running'
  | 'database_unreachable'
  | 'database_refused'
  | 'database_binary_missing'
  | 'database_failed'
  | 'temporal_unreachable'
  | 'temporal_binary_missing'
  | 'temporal_failed'
  | 'pages_not_built'
  | 'process_failed'
  | 'administrator_exists';

/**
 * A reason not to start that the person at the terminal can do something about. The message is one whole
 * sentence (or two short ones) saying what is wrong and what to do; it is printed as it stands, without a stack.
 */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}
