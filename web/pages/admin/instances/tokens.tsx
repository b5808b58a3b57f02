import { App, Button, Flex, Select, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstanceDetail, OpenVisit } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { formatInstant } from '../../../format/dates.ts';
import { useDefinition } from '../../../queries/definitions.ts';
import { useInstanceOperations } from '../../../queries/instances.ts';

const InstanceDiagram = lazy(async () => ({
  default: (await import('./instance-diagram.tsx')).InstanceDiagram,
}));

export interface Place {
  process: string;
  element: string;
  name: string;
}

/** What a visit is called in the list: its element, which repetition it is, and until when it waits. */
function useVisitLabel(): (visit: OpenVisit) => string {
  const { t } = useTranslation();
  return ({ name, process, role, waits }) => {
    const due = waits.flatMap((wait) => wait.due ?? []).sort()[0];
    return [
      `${name} (${process})`,
      role === null ? '' : t(`visitRole.${role}`),
      due === undefined ? '' : t('instance.until', { at: formatInstant(due) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
}

/**
 * Where the tokens are, on the diagram. A step that is chosen in the list is taken away, an element that is clicked gets a
 * token; both together move it. A cancelled instance is started again at the element clicked, or from its beginning.
 */
export function Tokens({
  instance,
  onRestarted,
}: {
  instance: InstanceDetail;
  onRestarted: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const label = useVisitLabel();
  const definition = useDefinition(instance.definition.id);
  const { modify, restart } = useInstanceOperations(instance.id);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<Place | null>(null);
  const [asking, setAsking] = useState(false);
  const ended = instance.status === 'ended';
  const visit = instance.visits.find((open) => open.visit === from);
  const { restart: canRestart, beginAnew } = instance.can;
  const disabled = ended ? !(to === null ? beginAnew : canRestart) : from === null && to === null;
  const help = !ended ? 'tokensHelp' : canRestart && !beginAnew ? 'restartAtStepHelp' : 'restartHelp';
  const act = ended ? 'restart' : from !== null && to !== null ? 'move' : to !== null ? 'insert' : 'take';

  const confirm = async (reason: string) => {
    if (ended) {
      const at = to === null ? [] : [{ process: to.process, element: to.element }];
      onRestarted((await restart.mutateAsync({ at, reason })).instanceId);
      return;
    }
    const target = to && {
      process: to.process,
      element: to.element,
      ...(from === null ? {} : { near: from }),
    };
    await modify.mutateAsync({ place: target ? [target] : [], cancel: from === null ? [] : [from], reason });
    setFrom(null);
    setTo(null);
    void message.success(t('instance.accepted'));
  };

  return (
    <section className="stack" aria-label={t('instance.tokens')}>
      <h2>{t('instance.tokens')}</h2>
      <p className="quiet">{t(`instance.${help}`)}</p>
      <Flex gap={8} wrap align="center">
        {!ended && <label htmlFor="open-step">{t('instance.from')}</label>}
        {!ended && (
          <Select
            id="open-step"
            className="token-choice"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={from}
            onChange={(chosen) => setFrom(chosen ?? null)}
            options={instance.visits
              .filter(({ scope }) => scope !== null)
              .map((open) => ({ value: open.visit, label: label(open) }))}
          />
        )}
        <span>{to === null ? t('instance.noTarget') : t('instance.target', { name: to.name })}</span>
        {to !== null && <Button onClick={() => setTo(null)}>{t('instance.clear')}</Button>}
        <Button type="primary" disabled={disabled} onClick={() => setAsking(true)}>
          {t(`token.${act}`)}
        </Button>
      </Flex>
      <Loaded query={definition}>
        {(loaded) => (
          <Suspense fallback={<Skeleton active />}>
            <InstanceDiagram definition={loaded} visits={instance.visits} target={to} onTarget={setTo} />
          </Suspense>
        )}
      </Loaded>
      <ReasonDialog
        open={asking}
        title={t(`token.${act}`)}
        explanation={t(`tokenHelp.${act}`, { from: visit?.name ?? '–', to: to?.name ?? '–' })}
        confirm={t(`token.${act}`)}
        danger={act === 'take'}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
