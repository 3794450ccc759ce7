/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-help-window.h"

#include "anc-page-window.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *text;
} Section;

static const Section sections[] = {
  { N_ ("What Ancrage does"),
    N_ ("It keeps what a person can prove of their work in France, month by month, and says under which dated rules they "
        "may ask to be regularised, what is missing, and from when. It advises; the prefecture decides. Show its answer to "
        "someone who knows the law before anything is filed.") },
  { N_ ("An office is one file"),
    N_ ("All cases, their documents and the history of every change are in one file whose name ends in .ancrage. Every change "
        "is saved at once. Backups are made beside it; copy one to a disk that you keep elsewhere.") },
  { N_ ("Passphrase and lock"),
    N_ ("With a passphrase the file is encrypted, and closed again when you lock it (Ctrl+L), when nothing was done for a "
        "while, and with the screen of your session. A forgotten passphrase cannot be recovered by anyone. Without a "
        "passphrase, whoever gets at the file can read it.") },
  { N_ ("A case"),
    N_ ("Ctrl+N begins one. Record the jobs on the timeline and in the forms; what is not known yet may stay empty, and is never "
        "taken for a no. Moving the filing date shows what each rule says on another day.") },
  { N_ ("The outcomes"),
    N_ ("Met: proven facts fulfil it under every reading. Arguable: it depends on how the text is read. To prove: it holds on what "
        "the person says, but documents are missing. Unknown: a fact was never recorded. Not met: the facts recorded "
        "contradict it.") },
  { N_ ("Finding cases"),
    N_ ("Type in the list to look for names, references, employers and the words of documents. The button beside the entry "
        "narrows the list to a state or an outcome.") },
  { N_ ("Mistakes"),
    N_ ("Ctrl+Z takes back the last change of the open case, and the one before, without end; its journal tells all of them. "
        "A deleted case waits in the trash.") },
  { N_ ("Nothing leaves this computer"),
    N_ ("Ancrage uses no network, sends nothing, and has no account. What you export, you export yourself.") },
};

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * anc_help_window_present:
 * @parent: the window it belongs to
 *
 * Shows what one needs to know to begin.
 */
void
anc_help_window_present (GtkWindow *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *title = make_label (_ (sections[i].title), "title-4");

      if (i > 0)
        gtk_widget_set_margin_top (title, 12);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), make_label (_ (sections[i].text), NULL));
    }

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Help"), -1);

  anc_page_window_present (parent, _ ("Help"), scroller);
}
