import { Flex, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DefinitionDetail } from '../../../../api/contract/index.ts';
import { LoadedPage } from '../../../components/loaded.tsx';
import { Page } from '../../../components/page.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatInstant } from '../../../format/dates.ts';
import { useDefinition, useDefinitionDiff, useDefinitions } from '../../../queries/definitions.ts';
import { Changes } from './changes.tsx';
import { TakeOver } from './take-over.tsx';

const DefinitionDiagram = lazy(async () => ({
  default: (await import('./definition-diagram.tsx')).DefinitionDiagram,
}));

function Opened({ definition }: { definition: DefinitionDetail }) {
  const { t } = useTranslation();
  const { data } = useDefinitions();
  const others = (data?.items ?? []).filter(
    ({ id, processId }) => id !== definition.id && processId === definition.processId,
  );
  const [chosen, setChosen] = useState<string>();
  const before = chosen ?? others.find(({ version }) => version < definition.version)?.id;
  const { data: diff } = useDefinitionDiff(before, definition.id);
  return (
    <Page
      title={`${definition.name} – ${t('definition.version', { version: definition.version })}`}
      status={definition.isNewest && <ToneTag tone="green">{t('definition.newest')}</ToneTag>}
      subtitle={`${formatInstant(definition.deployedAt)} · ${definition.deployedBy?.fullName ?? t('definition.shipped')} · ${definition.hash.slice(0, 12)}`}
      trail={[{ title: t('nav.definitions'), to: '/admin/definitions' }]}
    >
      <div className="stack">
        {others.length > 0 && (
          <Flex gap={8} wrap align="center">
            <label htmlFor="compare-with">{t('definition.compareWith')}</label>
            <Select
              id="compare-with"
              className="token-choice"
              value={before ?? null}
              onChange={(id) => setChosen(id ?? undefined)}
              options={others.map(({ id, version, deployedAt }) => ({
                value: id,
                label: `${t('definition.version', { version })} · ${formatInstant(deployedAt)}`,
              }))}
            />
          </Flex>
        )}
        <Suspense fallback={null}>
          <DefinitionDiagram definition={definition} diff={diff} />
        </Suspense>
        {diff !== undefined && <Changes diff={diff} />}
        <TakeOver definition={definition} others={others} />
      </div>
    </Page>
  );
}

/** One version of a process: its diagrams, with what differs from another version in colour and in words. */
export function DefinitionPage() {
  const { definitionId = '' } = useParams();
  return (
    <LoadedPage query={useDefinition(definitionId)}>
      {(definition) => <Opened key={definition.id} definition={definition} />}
    </LoadedPage>
  );
}
