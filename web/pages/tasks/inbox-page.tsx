import { Checkbox, Segmented, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DecideMany } from '../../components/bulk/decide-many.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { type InboxFilter, inboxPageSize, useInbox } from '../../queries/tasks.ts';

const holders = ['all', 'candidate', 'assigned'] as const;

/** Inbox: what waits for me, earliest deadline and highest priority first; what I have decided, newest first. */
export function InboxPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const decided = search.get('state') === 'done';
  const mine = holders.find((holder) => holder === search.get('mine')) ?? 'all';
  const page = Number(search.get('page') ?? 1);
  const postponed = search.get('postponed') === 'include' ? 'include' : 'exclude';
  const filter: InboxFilter = { state: decided ? 'done' : 'active', mine, postponed, page };
  const change = (what: Record<string, string>) => setSearch({ mine, postponed, ...what });
  const inbox = useInbox(filter);
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <Page title={t('nav.tasks')}>
      <Tabs
        activeKey={decided ? 'done' : 'active'}
        onChange={(key) => setSearch(key === 'done' ? { state: 'done' } : {})}
        items={[
          { key: 'active', label: t('inbox.active') },
          { key: 'done', label: t('inbox.done') },
        ]}
      />
      {!decided && (
        <div className="list-filter">
          <Segmented
            aria-label={t('inbox.filter')}
            value={mine}
            onChange={(holder) => change({ mine: holder })}
            options={holders.map((holder) => ({ value: holder, label: t(`inbox.${holder}`) }))}
          />{' '}
          <Checkbox
            checked={postponed === 'include'}
            onChange={({ target }) => change({ postponed: target.checked ? 'include' : 'exclude' })}
          >
            {t('inbox.postponed')}
          </Checkbox>
        </div>
      )}
      <Loaded query={inbox}>
        {({ items, total }) => (
          <>
            {!decided && (
              <DecideMany
                tasks={items.filter(({ id }) => selected.includes(id))}
                onDone={() => setSelected([])}
              />
            )}
            <TaskList
              tasks={items}
              decided={decided}
              empty={decided ? t('inbox.emptyDone') : t('inbox.empty')}
              loading={inbox.isPlaceholderData}
              paging={{
                page,
                pageSize: inboxPageSize,
                total,
                onChange: (next) => setSearch({ ...Object.fromEntries(search), page: String(next) }),
              }}
              {...(!decided && { selection: { selected, onChange: setSelected } })}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
