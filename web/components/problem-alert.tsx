import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem, Unreachable } from '../api.ts';

/** What went wrong, in a sentence for the user. The API writes its own; the others are said here. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiProblem && error.detail !== '') return error.detail;
    if (error instanceof Unreachable) return t('problem.unreachable');
    return t('problem.unexpected');
  };
}

/** Error of a query or a command, with a way to try again where there is one. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const code = error instanceof ApiProblem ? error.code : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        <>
          {textOf(error)} {code !== undefined && <span className="code">{t('problem.code', { code })}</span>}
        </>
      }
      {...(retry !== undefined && {
        action: (
          <Button size="small" onClick={retry}>
            {t('action.retry')}
          </Button>
        ),
      })}
    />
  );
}
