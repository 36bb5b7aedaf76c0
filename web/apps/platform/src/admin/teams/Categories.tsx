import { useQuery } from '@tanstack/react-query';
import { Tags } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/states';
import { Table } from '../../ui/Table';
import { Deletion } from './Deletion';
import { NameForm } from './NameForm';
import { Part } from './Part';
import { categoriesQuery, type CategoryEntry, useDeleteCategory, useSaveCategory } from './queries';
import { RowActions } from './RowActions';

export function Categories() {
  const [edited, setEdited] = useState<CategoryEntry | 'new' | null>(null);
  const [doomed, setDoomed] = useState<CategoryEntry | null>(null);
  const close = () => setEdited(null);
  return (
    <Part title="Categories" about="Where products are found in the market." add="New category" onAdd={() => setEdited('new')}>
      <Loaded query={useQuery(categoriesQuery)} label="Loading the categories">
        {(categories) =>
          categories.length === 0 ? (
            <EmptyState icon={Tags} title="No category yet">
              Nobody can offer a product before there is one.
            </EmptyState>
          ) : (
            <Table label="All categories" head={['Category', 'Tenant', 'Products', 'Actions']}>
              {categories.map((category) => (
                <tr key={category.id}>
                  <th scope="row">{category.name}</th>
                  <td>{category.tenant.name}</td>
                  <td className="tabular">{category.products}</td>
                  <td>
                    <RowActions
                      name={`${category.name} of ${category.tenant.name}`}
                      onChange={() => setEdited(category)}
                      onDelete={() => setDoomed(category)}
                    />
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
      <Dialog
        title={edited === null || edited === 'new' ? 'New category' : `Change ${edited.name}`}
        isOpen={edited !== null}
        onClose={close}
      >
        {edited && <CategoryForm category={edited === 'new' ? undefined : edited} onDone={close} />}
      </Dialog>
      {doomed && <DeleteCategory category={doomed} onClose={() => setDoomed(null)} />}
    </Part>
  );
}

function CategoryForm({ category, onDone }: { readonly category: CategoryEntry | undefined; readonly onDone: () => void }) {
  return (
    <NameForm
      before={category?.name ?? ''}
      longest={80}
      hasTenant={category === undefined}
      save={useSaveCategory(category?.id)}
      onDone={onDone}
    />
  );
}

function DeleteCategory({ category: { id, name }, onClose }: { readonly category: CategoryEntry; readonly onClose: () => void }) {
  return (
    <Deletion
      id={id}
      name={name}
      about="Only a category without products can be deleted."
      remove={useDeleteCategory()}
      onClose={onClose}
    />
  );
}
