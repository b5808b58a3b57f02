import { Alert, App, Button, Checkbox, Flex, Skeleton } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionDetail, DeploymentCheck } from '../../../../api/contract/index.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type ModelFile, useDeployment, useNewestDefinitions } from '../../../queries/definitions.ts';
import { Changes } from './changes.tsx';
import { Impact } from './impact.tsx';
import { LintProblems } from './lint-problems.tsx';

/** What the check says, and the button that deploys once nothing forbids it and warnings are confirmed. */
function Checked({
  files,
  check,
  onDone,
}: {
  files: ModelFile[];
  check: DeploymentCheck;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { deploy } = useDeployment();
  const [confirmed, setConfirmed] = useState(false);
  const [asking, setAsking] = useState(false);
  const errors = check.problems.filter(({ severity }) => severity === 'error').length;
  const warnings = check.problems.length - errors;
  return (
    <div className="stack">
      <Alert
        type={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'info'}
        showIcon
        title={t('definition.checked', { files: files.length, errors, warnings })}
        description={check.sameAs === null ? undefined : t('definition.sameAs', { version: check.sameAs })}
      />
      <LintProblems problems={check.problems} />
      {check.diff !== null && <Changes diff={check.diff} />}
      {errors === 0 && <Impact groups={check.impact} />}
      {warnings > 0 && errors === 0 && (
        <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
          {t('definition.confirm', { warnings })}
        </Checkbox>
      )}
      <Flex gap={8}>
        <Button
          type="primary"
          disabled={errors > 0 || (warnings > 0 && !confirmed)}
          onClick={() => setAsking(true)}
        >
          {t('definition.deploy')}
        </Button>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </Flex>
      <ReasonDialog
        open={asking}
        title={t('definition.deploy')}
        explanation={t('definition.deployHelp', { process: check.processId })}
        confirm={t('definition.deploy')}
        onConfirm={async (reason) => {
          const { version } = await deploy.mutateAsync({ files, reason, confirm: confirmed });
          void message.success(t('definition.deployed', { version }));
          onDone();
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

/** Checks the files and shows what deploying them would do. */
function Check({ files, onDone }: { files: ModelFile[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { check } = useDeployment();
  const { mutate, data, error } = check;
  useEffect(() => mutate({ files }), [files, mutate]);
  if (error) return <ProblemAlert error={error} retry={() => mutate({ files })} />;
  if (data === undefined) return <Skeleton active title={false} aria-label={t('state.loading')} />;
  return <Checked files={files} check={data} onDone={onDone} />;
}

/**
 * What is deployed: the newest version that has one of the chosen files, with these in place of its own; files that no
 * process has are a deployment by themselves.
 */
function over(newest: DefinitionDetail[], chosen: ModelFile[]): ModelFile[] {
  const isChosen = ({ name }: ModelFile) => chosen.some((file) => file.name === name);
  const base = newest.find(({ files }) => files.some(isChosen));
  return [...(base?.files ?? []).filter((file) => !isChosen(file)), ...chosen];
}

/** From chosen files to a deployed version. */
export function Deployment({ chosen, onDone }: { chosen: ModelFile[]; onDone: () => void }) {
  const { t } = useTranslation();
  const newest = useNewestDefinitions();
  // What is checked is deployed, though the versions are loaded again meanwhile.
  const [known, setKnown] = useState<DefinitionDetail[]>();
  useEffect(() => setKnown((before) => before ?? newest), [newest]);
  const files = useMemo(() => known && over(known, chosen), [known, chosen]);
  return (
    <div className="stack">
      <p>{t('definition.chosen', { files: chosen.map(({ name }) => name).join(', ') })}</p>
      {files === undefined ? (
        <Skeleton active title={false} aria-label={t('state.loading')} />
      ) : (
        <Check files={files} onDone={onDone} />
      )}
    </div>
  );
}
