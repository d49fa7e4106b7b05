from django.db import migrations, models

PICTURES = [
    ("desk", "disegnare, una scrivania"),
    ("book", "leggere, i compiti"),
    ("school", "la scuola"),
    ("talk", "parlare"),
    ("play", "giocare"),
    ("friends", "gli amici"),
    ("ball", "lo sport"),
    ("music", "la musica"),
    ("park", "uscire, il parco"),
    ("together", "un grande e un piccolo"),
    ("home", "la casa"),
    ("bed", "dormire"),
    ("food", "mangiare"),
    ("meal", "a tavola insieme"),
    ("bath", "lavarsi"),
    ("doctor", "il dottore"),
    ("teeth", "i denti"),
    ("glasses", "gli occhiali"),
    ("calm", "stare calmi"),
    ("help", "un aiuto"),
    ("work", "il lavoro"),
    ("money", "i soldi"),
    ("bus", "l'autobus, un viaggio"),
    ("phone", "il telefono"),
    ("star", "un'altra cosa"),
]


class Migration(migrations.Migration):
    """A goal as it is said to a child, and its picture: of the goal, and frozen with it by what 0003 holds."""

    dependencies = [("plans", "0008_heard")]
    operations = [
        migrations.AddField(
            "goal",
            "child_words",
            models.CharField(blank=True, default="", help_text="as it is said to a child", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            "goal",
            "picture",
            models.CharField(blank=True, choices=PICTURES, default="", max_length=10),
            preserve_default=False,
        ),
    ]
