import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { formatDate } from '../format/dates.ts';
import { useMe } from '../queries/session.ts';
import { useSubstitutionCommands } from '../queries/substitutions.ts';

/** For whom one acts, on every page; and whom one may substitute today. */
export function ActingBanner() {
  const { t } = useTranslation();
  const { actingFor, maySubstitute } = useMe();
  const { actUnder } = useSubstitutionCommands();
  const words = (key: 'acting' | 'may', { fullName, validTo }: { fullName: string; validTo: string }) =>
    t(`substitution.${key}`, { holder: fullName, to: formatDate(validTo) });
  if (actingFor)
    return (
      <Alert
        className="acting"
        type="warning"
        showIcon
        title={words('acting', actingFor)}
        action={
          <Button size="small" loading={actUnder.isPending} onClick={() => actUnder.mutate(null)}>
            {t('substitution.stop')}
          </Button>
        }
      />
    );
  return (
    <>
      {actUnder.error && <ProblemAlert error={actUnder.error} />}
      {maySubstitute.map((one) => (
        <Alert
          key={one.substitutionId}
          className="acting"
          type="info"
          title={words('may', one)}
          action={
            <Button
              size="small"
              loading={actUnder.isPending}
              onClick={() => actUnder.mutate(one.substitutionId)}
            >
              {t('substitution.start')}
            </Button>
          }
        />
      ))}
    </>
  );
}
