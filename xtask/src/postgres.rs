//! A PostgreSQL server for the time of the tests: its own folder, its own port, gone afterwards.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// A running server.
pub struct Server {
    bin: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Makes a cluster and starts it on 127.0.0.1.
    ///
    /// # Errors
    /// No PostgreSQL on this machine, or one that does not start.
    pub fn start() -> Result<Self> {
        let bin = programs().context(
            "PostgreSQL is needed for the tests of the store (apt-get install postgresql); no initdb found",
        )?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let folder =
            std::env::temp_dir().join(format!("cermat-uji-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let server = Self { bin, folder, port };
        if root() {
            // PostgreSQL refuses to run as root; the account that its package made does it.
            run(Command::new("chown").arg("postgres").arg(&server.folder))?;
        }
        let data = server.folder.join("data");
        run(server
            .program("initdb")
            .args([
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-D",
            ])
            .arg(&data))?;
        run(server
            .program("pg_ctl")
            .arg("-D")
            .arg(&data)
            .arg("-l")
            .arg(server.folder.join("log"))
            .arg("-o")
            .arg(format!(
                "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories='' -c fsync=off -c max_connections=200",
                server.port
            ))
            .args(["-w", "start"]))?;
        Ok(server)
    }

    /// Where tests reach it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn program(&self, name: &str) -> Command {
        let path = self.bin.join(name);
        if root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command.current_dir("/");
            command
        } else {
            Command::new(path)
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = run(self
            .program("pg_ctl")
            .arg("-D")
            .arg(self.folder.join("data"))
            .args(["-m", "immediate", "stop"]));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn run(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("{command:?}"))?;
    if output.success() {
        Ok(())
    } else {
        bail!("{command:?}: {output}")
    }
}

fn root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The folder of PostgreSQL's programs: Debian keeps them out of the search path.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .collect();
    folders.sort();
    folders.extend(
        std::env::var_os("PATH")
            .iter()
            .flat_map(std::env::split_paths)
            .collect::<Vec<_>>(),
    );
    folders
        .into_iter()
        .rev()
        .find(|folder| Path::new(folder).join("initdb").is_file())
}
